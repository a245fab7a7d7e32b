-- Who an officer is to the public, and, only as long as they want it, their full name and photo.
ALTER TABLE officer ADD COLUMN role varchar(20) DEFAULT 'resident-officer' NOT NULL;
ALTER TABLE officer ADD COLUMN bio varchar(2000);
ALTER TABLE officer ADD COLUMN left_on date;
ALTER TABLE officer ADD COLUMN account_key varchar(120);
ALTER TABLE officer ADD CONSTRAINT officer_role_known
    CHECK (role IN ('resident-officer', 'sector-supervisor', 'liaison', 'assistant'));
ALTER TABLE officer ADD CONSTRAINT officer_account_unique UNIQUE (account_key);
COMMENT ON COLUMN officer.left_on IS 'First day on which they no longer serve; null while they do.';
COMMENT ON COLUMN officer.account_key IS 'The key of the account with which they sign in, if they have one. No foreign key: demo accounts are not stored.';

CREATE TABLE officer_consent (
    officer     uuid                     NOT NULL,
    given_at    timestamp with time zone NOT NULL,
    recorded_by varchar(200)             NOT NULL,
    CONSTRAINT officer_consent_pk PRIMARY KEY (officer),
    CONSTRAINT officer_consent_officer_fk FOREIGN KEY (officer) REFERENCES officer (id) ON DELETE CASCADE
);
COMMENT ON TABLE officer_consent IS 'That an officer wants their full name or photo shown. Deleting the row withdraws it.';

CREATE TABLE officer_personal (
    officer   uuid         NOT NULL,
    full_name varchar(200),
    photo     bytea,
    CONSTRAINT officer_personal_pk PRIMARY KEY (officer),
    CONSTRAINT officer_personal_consent_fk FOREIGN KEY (officer) REFERENCES officer_consent (officer) ON DELETE CASCADE
);
COMMENT ON TABLE officer_personal IS 'Full name and photo. They exist only beside a consent and go with it.';
COMMENT ON COLUMN officer_personal.photo IS 'JPEG, made anew from what was uploaded: no metadata.';
