-- The audit log. Rows of audit_entry are added and never changed: each holds the hash of the one before it.
CREATE TABLE audit_entry (
    seq                bigint                   NOT NULL,
    at                 timestamp with time zone NOT NULL,
    action             varchar(60)              NOT NULL,
    subject_type       varchar(60),
    subject_id         varchar(200),
    detail             text,
    account_commitment varchar(64),
    address_commitment varchar(64),
    reason_commitment  varchar(64),
    before_commitment  varchar(64),
    after_commitment   varchar(64),
    previous           varchar(64)              NOT NULL,
    hash               varchar(64)              NOT NULL,
    CONSTRAINT audit_entry_pk PRIMARY KEY (seq),
    CONSTRAINT audit_entry_seq_positive CHECK (seq >= 1)
);
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_action ON audit_entry (action, seq);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, seq);
COMMENT ON TABLE audit_entry IS 'What was done, in one order without gaps. Names nobody.';
COMMENT ON COLUMN audit_entry.at IS 'UTC, to the microsecond.';
COMMENT ON COLUMN audit_entry.detail IS 'Facts that name nobody: they can never be erased.';
COMMENT ON COLUMN audit_entry.account_commitment IS 'SHA-256 of salt and text of the field in audit_personal; null where there was none.';
COMMENT ON COLUMN audit_entry.previous IS 'The hash of the entry before, or 64 zeros.';
COMMENT ON COLUMN audit_entry.hash IS 'SHA-256 of the previous hash and every other column but audit_entry''s own hash.';

CREATE TABLE audit_personal (
    seq     bigint      NOT NULL,
    field   varchar(10) NOT NULL,
    salt    varchar(64) NOT NULL,
    content text        NOT NULL,
    CONSTRAINT audit_personal_pk PRIMARY KEY (seq, field),
    CONSTRAINT audit_personal_entry_fk FOREIGN KEY (seq) REFERENCES audit_entry (seq) ON DELETE CASCADE,
    CONSTRAINT audit_personal_field_known CHECK (field IN ('account', 'address', 'reason', 'before', 'after'))
);
COMMENT ON TABLE audit_personal IS 'Who, from where, and free text: can be erased on request, and the chain holds.';

CREATE TABLE audit_checkpoint (
    seq       bigint                   NOT NULL,
    hash      varchar(64)              NOT NULL,
    at        timestamp with time zone NOT NULL,
    key_id    varchar(64)              NOT NULL,
    signature varchar(200)             NOT NULL,
    CONSTRAINT audit_checkpoint_pk PRIMARY KEY (seq)
);
COMMENT ON TABLE audit_checkpoint IS 'Up to which entry the log was cut when its retention was over, signed.';

-- Whoever appends holds this row: there is one order.
CREATE TABLE audit_lock (
    id integer NOT NULL,
    CONSTRAINT audit_lock_pk PRIMARY KEY (id),
    CONSTRAINT audit_lock_one_row CHECK (id = 1)
);
INSERT INTO audit_lock (id) VALUES (1);
