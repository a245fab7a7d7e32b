-- Who can sign in, and as what. Demo accounts are never stored.
CREATE TABLE account (
    id uuid NOT NULL,
    name varchar(60) NOT NULL,
    name_key varchar(120) NOT NULL,
    password_hash varchar(250) NOT NULL,
    enabled boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_name_unique UNIQUE (name_key)
);
COMMENT ON COLUMN account.name_key IS 'The name in lower case and Unicode form NFKC: two names that look alike are one.';
COMMENT ON COLUMN account.password_hash IS 'Argon2id, with its parameters and salt.';

CREATE TABLE account_role (
    account_id uuid NOT NULL,
    role varchar(20) NOT NULL,
    CONSTRAINT account_role_pk PRIMARY KEY (account_id, role),
    CONSTRAINT account_role_account_fk FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT account_role_known CHECK (role IN ('PLANNER', 'ANALYST', 'OFFICER', 'SUPERVISOR', 'AUDITOR', 'ADMIN'))
);
