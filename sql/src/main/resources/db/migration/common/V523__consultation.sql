-- What residents are asked about a plan before it is adopted, what they said, and what came of it. No names, no addresses of anybody.
CREATE TABLE consultation (
    plan       uuid                     NOT NULL,
    intro      varchar(4000)            NOT NULL,
    closes_on  date                     NOT NULL,
    key_hash   varchar(64),
    opened_at  timestamp with time zone,
    closed_at  timestamp with time zone,
    summary    varchar(4000),
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT consultation_pk PRIMARY KEY (plan),
    CONSTRAINT consultation_plan_fk FOREIGN KEY (plan) REFERENCES plan (id) ON DELETE CASCADE,
    CONSTRAINT consultation_closed_whole CHECK ((closed_at IS NULL) = (summary IS NULL)),
    CONSTRAINT consultation_opened_first CHECK (closed_at IS NULL OR opened_at IS NOT NULL)
);
COMMENT ON COLUMN consultation.key_hash IS 'SHA-256 of the key in the link, in hexadecimal; null where the page is public.';

CREATE TABLE consultation_boundary (
    plan       uuid             NOT NULL,
    number     integer          NOT NULL,
    beat_id    varchar(100)     NOT NULL,
    other_beat varchar(100)     NOT NULL,
    cause      varchar(20)      NOT NULL,
    term       varchar(30),
    kilometres double precision NOT NULL,
    CONSTRAINT consultation_boundary_pk PRIMARY KEY (plan, number),
    CONSTRAINT consultation_boundary_plan_fk FOREIGN KEY (plan) REFERENCES plan (id) ON DELETE CASCADE
);
COMMENT ON TABLE consultation_boundary IS 'Why the boundary between two beats runs where it does, as the engine said when the plan was drafted.';

CREATE TABLE consultation_outreach (
    id         uuid                     NOT NULL,
    plan       uuid                     NOT NULL,
    who        varchar(200)             NOT NULL,
    how        varchar(200)             NOT NULL,
    reached    varchar(20)              NOT NULL,
    note       varchar(1000)            NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT consultation_outreach_pk PRIMARY KEY (id),
    CONSTRAINT consultation_outreach_fk FOREIGN KEY (plan) REFERENCES consultation (plan) ON DELETE CASCADE,
    CONSTRAINT consultation_outreach_known CHECK (reached = ANY (ARRAY['invited', 'reached', 'not-reached']))
);
COMMENT ON COLUMN consultation_outreach.who IS 'A group or an organisation, never a person.';

CREATE TABLE consultation_answer (
    id         uuid                     NOT NULL,
    plan       uuid                     NOT NULL,
    said       varchar(2000)            NOT NULL,
    did        varchar(2000)            NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT consultation_answer_pk PRIMARY KEY (id),
    CONSTRAINT consultation_answer_fk FOREIGN KEY (plan) REFERENCES consultation (plan) ON DELETE CASCADE
);
COMMENT ON TABLE consultation_answer IS 'You said, we did: one answer to all comments on a theme.';

CREATE TABLE consultation_comment (
    id           uuid                     NOT NULL,
    plan         uuid                     NOT NULL,
    beat_id      varchar(100),
    other_beat   varchar(100),
    words        varchar(2000)            NOT NULL,
    state        varchar(20)              NOT NULL,
    answer       uuid,
    created_at   timestamp with time zone NOT NULL,
    moderated_by varchar(200),
    moderated_at timestamp with time zone,
    why          varchar(1000),
    CONSTRAINT consultation_comment_pk PRIMARY KEY (id),
    CONSTRAINT consultation_comment_fk FOREIGN KEY (plan) REFERENCES consultation (plan) ON DELETE CASCADE,
    CONSTRAINT consultation_comment_answer_fk FOREIGN KEY (answer) REFERENCES consultation_answer (id) ON DELETE SET NULL,
    CONSTRAINT consultation_comment_state_known CHECK (state = ANY (ARRAY['waiting', 'shown', 'hidden'])),
    CONSTRAINT consultation_comment_pinned CHECK (other_beat IS NULL OR beat_id IS NOT NULL)
);
CREATE INDEX consultation_comment_plan ON consultation_comment (plan, state);
COMMENT ON COLUMN consultation_comment.beat_id IS 'The beat it is about; with other_beat, their boundary; null for the plan as a whole.';
COMMENT ON COLUMN consultation_comment.why IS 'Why it is not shown.';
