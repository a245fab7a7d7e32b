-- Who polices where, and for whom, from which day to which day. Days are half-open: valid_to is the first day after.
CREATE TABLE beat_assignment (
    id          uuid                     NOT NULL,
    plan        uuid                     NOT NULL,
    beat_id     varchar(100)             NOT NULL,
    officer     uuid                     NOT NULL,
    rank        varchar(10)              NOT NULL,
    valid_from  date                     NOT NULL,
    valid_to    date DEFAULT DATE '9999-12-31' NOT NULL,
    tenure_from date                     NOT NULL,
    reason      varchar(1000)            NOT NULL,
    created_by  varchar(200)             NOT NULL,
    created_at  timestamp with time zone NOT NULL,
    ended_by    varchar(200),
    ended_at    timestamp with time zone,
    end_reason  varchar(1000),
    CONSTRAINT beat_assignment_pk PRIMARY KEY (id),
    CONSTRAINT beat_assignment_beat_fk FOREIGN KEY (plan, beat_id) REFERENCES plan_beat (plan, beat_id) ON DELETE CASCADE,
    CONSTRAINT beat_assignment_officer_fk FOREIGN KEY (officer) REFERENCES officer (id),
    CONSTRAINT beat_assignment_rank_known CHECK (rank IN ('main', 'second')),
    CONSTRAINT beat_assignment_days_in_order CHECK (valid_to >= valid_from),
    CONSTRAINT beat_assignment_tenure_first CHECK (tenure_from <= valid_from)
);
CREATE INDEX beat_assignment_officer ON beat_assignment (officer, valid_from);
CREATE INDEX beat_assignment_plan ON beat_assignment (plan, beat_id);
COMMENT ON TABLE beat_assignment IS 'An officer''s time on a beat of a plan. History is kept: a row is ended, never removed.';
COMMENT ON COLUMN beat_assignment.rank IS 'main: the resident officer, one a day; second: one who shares the beat.';
COMMENT ON COLUMN beat_assignment.valid_to IS 'First day after; 9999-12-31 where no end is set; as valid_from where it never began.';
COMMENT ON COLUMN beat_assignment.tenure_from IS 'Since when this officer polices here, plans before counted.';

CREATE TABLE officer_leave (
    id         uuid                     NOT NULL,
    officer    uuid                     NOT NULL,
    valid_from date                     NOT NULL,
    valid_to   date                     NOT NULL,
    substitute uuid,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT officer_leave_pk PRIMARY KEY (id),
    CONSTRAINT officer_leave_officer_fk FOREIGN KEY (officer) REFERENCES officer (id) ON DELETE CASCADE,
    CONSTRAINT officer_leave_substitute_fk FOREIGN KEY (substitute) REFERENCES officer (id),
    CONSTRAINT officer_leave_days_in_order CHECK (valid_to > valid_from),
    CONSTRAINT officer_leave_by_another CHECK (substitute IS NULL OR substitute <> officer)
);
COMMENT ON TABLE officer_leave IS 'Days on which an officer is away, and who stands in. Why is nobody''s business and has no column.';

CREATE TABLE liaison_assignment (
    id         uuid                     NOT NULL,
    officer    uuid                     NOT NULL,
    need       varchar(20)              NOT NULL,
    topic      varchar(120)             NOT NULL,
    valid_from date                     NOT NULL,
    valid_to   date DEFAULT DATE '9999-12-31' NOT NULL,
    reason     varchar(1000)            NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_by   varchar(200),
    ended_at   timestamp with time zone,
    end_reason varchar(1000),
    CONSTRAINT liaison_assignment_pk PRIMARY KEY (id),
    CONSTRAINT liaison_assignment_officer_fk FOREIGN KEY (officer) REFERENCES officer (id),
    CONSTRAINT liaison_assignment_need_known
        CHECK (need IN ('language', 'youth', 'lgbtiq', 'diaspora', 'victims', 'other')),
    CONSTRAINT liaison_assignment_days_in_order CHECK (valid_to >= valid_from)
);
COMMENT ON COLUMN liaison_assignment.topic IS 'A language''s code, or the community''s own name; empty where the need says it all. Never a person.';

CREATE TABLE tenure_rule (
    id             integer NOT NULL,
    minimum_months integer NOT NULL,
    maximum_months integer NOT NULL,
    CONSTRAINT tenure_rule_pk PRIMARY KEY (id),
    CONSTRAINT tenure_rule_one CHECK (id = 1),
    CONSTRAINT tenure_rule_in_order CHECK (minimum_months >= 0 AND maximum_months > minimum_months AND maximum_months <= 600)
);
COMMENT ON TABLE tenure_rule IS 'After how many months on a beat an officer may be moved, and should be.';
INSERT INTO tenure_rule (id, minimum_months, maximum_months) VALUES (1, 36, 72);

CREATE TABLE assignment_lock (
    id integer NOT NULL,
    CONSTRAINT assignment_lock_pk PRIMARY KEY (id)
);
COMMENT ON TABLE assignment_lock IS 'One row that whoever changes assignments or leave locks first.';
INSERT INTO assignment_lock (id) VALUES (1);
