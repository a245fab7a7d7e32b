-- What residents read of a problem case: written by staff, published by hand. A version never changes.
CREATE TABLE problem_telling (
    case_id      uuid                     NOT NULL,
    language     varchar(10)              NOT NULL,
    number       integer                  NOT NULL,
    title        varchar(200)             NOT NULL,
    problem      varchar(2000)            NOT NULL,
    doing        varchar(2000)            NOT NULL,
    result       varchar(2000)            NOT NULL,
    written_by   varchar(200)             NOT NULL,
    written_at   timestamp with time zone NOT NULL,
    published_by varchar(200),
    published_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    CONSTRAINT problem_telling_pk PRIMARY KEY (case_id, language, number),
    CONSTRAINT problem_telling_case_fk FOREIGN KEY (case_id) REFERENCES problem_case (id) ON DELETE CASCADE,
    CONSTRAINT problem_telling_number_positive CHECK (number >= 1),
    CONSTRAINT problem_telling_published_by_whom CHECK ((published_at IS NULL) = (published_by IS NULL)),
    CONSTRAINT problem_telling_withdrawn_after CHECK (withdrawn_at IS NULL OR published_at IS NOT NULL)
);
COMMENT ON TABLE problem_telling IS 'Public is, of each language, the last version that was published, unless it was withdrawn.';
COMMENT ON COLUMN problem_telling.result IS 'What came of it; empty as long as nobody knows.';
