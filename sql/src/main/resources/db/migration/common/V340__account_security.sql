-- What a sign-in needs beside a name and a password, and tokens for programs.
ALTER TABLE account ADD COLUMN must_change_password boolean DEFAULT FALSE NOT NULL;
ALTER TABLE account ADD COLUMN signed_out_before timestamp with time zone;
ALTER TABLE account ADD COLUMN second_factor varchar(64);
ALTER TABLE account ADD COLUMN second_factor_step bigint;
ALTER TABLE account ADD COLUMN issuer varchar(300);
ALTER TABLE account ADD COLUMN subject varchar(300);
ALTER TABLE account ADD CONSTRAINT account_issuer_subject_unique UNIQUE (issuer, subject);
COMMENT ON COLUMN account.must_change_password IS 'Whether the password is one that an administrator was shown.';
COMMENT ON COLUMN account.signed_out_before IS 'Sessions that began before are over.';
COMMENT ON COLUMN account.second_factor IS 'The secret of the one-time codes (RFC 6238), in Base32; null without a second factor.';
COMMENT ON COLUMN account.second_factor_step IS 'The time step of the last code that was used: none works twice.';
COMMENT ON COLUMN account.subject IS 'Who it is at the OpenID Connect provider that signs them in; null for a local account.';

CREATE TABLE account_recovery_code (
    account_id uuid NOT NULL,
    code_hash varchar(64) NOT NULL,
    CONSTRAINT account_recovery_code_pk PRIMARY KEY (account_id, code_hash),
    CONSTRAINT account_recovery_code_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
COMMENT ON TABLE account_recovery_code IS 'What is left of the codes that stand in for a lost second factor, each for one sign-in.';

CREATE TABLE api_token (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name varchar(60) NOT NULL,
    token_hash varchar(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT api_token_pk PRIMARY KEY (id),
    CONSTRAINT api_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT api_token_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT api_token_expires CHECK (expires_at > created_at)
);
CREATE INDEX api_token_account ON api_token (account_id);
COMMENT ON COLUMN api_token.token_hash IS 'SHA-256 of a token of 256 random bits, which is shown once and not stored.';

CREATE TABLE api_token_permission (
    token_id uuid NOT NULL,
    permission varchar(60) NOT NULL,
    CONSTRAINT api_token_permission_pk PRIMARY KEY (token_id, permission),
    CONSTRAINT api_token_permission_token_fk FOREIGN KEY (token_id) REFERENCES api_token (id) ON DELETE CASCADE
);
COMMENT ON COLUMN api_token_permission.permission IS 'A verb such as layer:read; holds only while the account holds it too.';
