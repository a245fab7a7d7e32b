-- From one officer of a beat to the next. No resident is named anywhere in it.
CREATE TABLE handover (
    id             uuid                     NOT NULL,
    plan           uuid                     NOT NULL,
    beat_id        varchar(100)             NOT NULL,
    from_officer   uuid,
    to_officer     uuid                     NOT NULL,
    due_on         date                     NOT NULL,
    created_by     varchar(200)             NOT NULL,
    created_at     timestamp with time zone NOT NULL,
    given_by       varchar(200),
    given_at       timestamp with time zone,
    given_why      varchar(1000),
    taken_by       varchar(200),
    taken_at       timestamp with time zone,
    taken_why      varchar(1000),
    cancelled_at   timestamp with time zone,
    cancelled_why  varchar(1000),
    notice_from    date,
    CONSTRAINT handover_pk PRIMARY KEY (id),
    CONSTRAINT handover_beat_fk FOREIGN KEY (plan, beat_id) REFERENCES plan_beat (plan, beat_id) ON DELETE CASCADE,
    CONSTRAINT handover_from_fk FOREIGN KEY (from_officer) REFERENCES officer (id),
    CONSTRAINT handover_to_fk FOREIGN KEY (to_officer) REFERENCES officer (id),
    CONSTRAINT handover_to_another CHECK (from_officer IS NULL OR from_officer <> to_officer),
    CONSTRAINT handover_given_whole CHECK ((given_by IS NULL) = (given_at IS NULL)),
    CONSTRAINT handover_taken_whole CHECK ((taken_by IS NULL) = (taken_at IS NULL)),
    CONSTRAINT handover_closed_or_cancelled CHECK (cancelled_at IS NULL OR given_at IS NULL OR taken_at IS NULL)
);
CREATE INDEX handover_beat ON handover (plan, beat_id);
COMMENT ON TABLE handover IS 'Closed once given_at and taken_at are both set.';
COMMENT ON COLUMN handover.given_why IS 'Why an account other than the officer''s own closed this side; null where it was their own.';
COMMENT ON COLUMN handover.notice_from IS 'First day on which residents see the notice; null for not at all.';

CREATE TABLE handover_task (
    id       uuid          NOT NULL,
    handover uuid          NOT NULL,
    number   integer       NOT NULL,
    kind     varchar(20)   NOT NULL,
    title    varchar(300)  NOT NULL,
    owner    varchar(10)   NOT NULL,
    due_on   date          NOT NULL,
    done_by  varchar(200),
    done_at  timestamp with time zone,
    CONSTRAINT handover_task_pk PRIMARY KEY (id),
    CONSTRAINT handover_task_handover_fk FOREIGN KEY (handover) REFERENCES handover (id) ON DELETE CASCADE,
    CONSTRAINT handover_task_kind_known CHECK (kind IN ('map', 'events', 'walk', 'notice', 'other')),
    CONSTRAINT handover_task_owner_known CHECK (owner IN ('from', 'to', 'team')),
    CONSTRAINT handover_task_done_whole CHECK ((done_by IS NULL) = (done_at IS NULL))
);
COMMENT ON COLUMN handover_task.title IS 'Empty where the kind says it all, in the reader''s language.';

CREATE TABLE handover_entry (
    id         uuid                     NOT NULL,
    handover   uuid                     NOT NULL,
    kind       varchar(20)              NOT NULL,
    name       varchar(200)             NOT NULL,
    detail     varchar(2000),
    on_day     date,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT handover_entry_pk PRIMARY KEY (id),
    CONSTRAINT handover_entry_handover_fk FOREIGN KEY (handover) REFERENCES handover (id) ON DELETE CASCADE,
    CONSTRAINT handover_entry_kind_known
        CHECK (kind IN ('organisation', 'focal-place', 'contact-point', 'agreement', 'event'))
);
COMMENT ON TABLE handover_entry IS 'The community map: organisations, places, agreements and dates. No named residents.';

CREATE TABLE handover_notice (
    handover uuid          NOT NULL,
    language varchar(10)   NOT NULL,
    words    varchar(2000) NOT NULL,
    CONSTRAINT handover_notice_pk PRIMARY KEY (handover, language),
    CONSTRAINT handover_notice_handover_fk FOREIGN KEY (handover) REFERENCES handover (id) ON DELETE CASCADE
);
COMMENT ON TABLE handover_notice IS 'What residents are told about the change of officer, in one language each.';
