CREATE TABLE officer (
    id         uuid         NOT NULL,
    number     varchar(100) NOT NULL,
    duty_name  varchar(200) NOT NULL,
    languages  varchar(200) NOT NULL,
    phone      varchar(60),
    email      varchar(200),
    hours      varchar(500),
    created_by varchar(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT officer_pk PRIMARY KEY (id),
    CONSTRAINT officer_number_unique UNIQUE (number)
);
COMMENT ON TABLE officer IS 'A resident officer as the public may know them: a duty name, no private data.';
COMMENT ON COLUMN officer.languages IS 'Language codes, separated by commas.';

CREATE TABLE beat_officer (
    plan    uuid         NOT NULL,
    beat_id varchar(100) NOT NULL,
    officer uuid         NOT NULL,
    created_by varchar(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT beat_officer_pk PRIMARY KEY (plan, beat_id),
    CONSTRAINT beat_officer_once UNIQUE (plan, officer),
    CONSTRAINT beat_officer_beat_fk FOREIGN KEY (plan, beat_id) REFERENCES plan_beat (plan, beat_id) ON DELETE CASCADE,
    CONSTRAINT beat_officer_officer_fk FOREIGN KEY (officer) REFERENCES officer (id)
);
COMMENT ON TABLE beat_officer IS 'Who is the resident officer of a beat of a plan: one officer each.';
