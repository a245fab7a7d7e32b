-- Where residents can meet the police, and what was agreed with them. Keyed by the beat's id, which stays while plans change.
CREATE TABLE meeting (
    id          uuid                     NOT NULL,
    beat        varchar(100),
    kind        varchar(20)              NOT NULL,
    title       varchar(200)             NOT NULL,
    place       varchar(300)             NOT NULL,
    description varchar(2000)            NOT NULL,
    language    varchar(10)              NOT NULL,
    starts_at   timestamp with time zone NOT NULL,
    ends_at     timestamp with time zone NOT NULL,
    cancelled   boolean                  NOT NULL,
    changed_by  varchar(200)             NOT NULL,
    changed_at  timestamp with time zone NOT NULL,
    CONSTRAINT meeting_pk PRIMARY KEY (id),
    CONSTRAINT meeting_kind_known CHECK (kind = ANY (ARRAY['meeting', 'pact', 'briefing', 'coffee'])),
    CONSTRAINT meeting_ends_after CHECK (ends_at > starts_at)
);
CREATE INDEX meeting_by_end ON meeting (ends_at);
COMMENT ON COLUMN meeting.beat IS 'Null for a meeting for the whole district.';
COMMENT ON COLUMN meeting.language IS 'In which its title and description are written: two letters.';

CREATE TABLE agreed_priority (
    id         uuid                     NOT NULL,
    beat       varchar(100)             NOT NULL,
    issue      varchar(1000)            NOT NULL,
    agreed_on  date                     NOT NULL,
    done       varchar(2000)            NOT NULL,
    done_on    date,
    language   varchar(10)              NOT NULL,
    changed_by varchar(200)             NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT agreed_priority_pk PRIMARY KEY (id),
    CONSTRAINT agreed_priority_done_whole CHECK ((done_on IS NULL) = (done = ''))
);
CREATE INDEX agreed_priority_by_beat ON agreed_priority (beat);
COMMENT ON TABLE agreed_priority IS 'A problem that residents and police agreed to work on, and what was done. Never about a person.';
