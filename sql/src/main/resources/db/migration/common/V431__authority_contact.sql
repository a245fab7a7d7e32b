CREATE TABLE authority_contact (
    id         integer                  NOT NULL,
    phone      varchar(60),
    email      varchar(200),
    changed_by varchar(200)             NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT authority_contact_pk PRIMARY KEY (id),
    CONSTRAINT authority_contact_is_one CHECK (id = 1)
);
COMMENT ON TABLE authority_contact IS 'How the authority as a whole is reached: the last resort of every answer. One row at most.';
