-- When which plan was, is and will be in force. A plan itself is immutable and has no times.
CREATE TABLE plan_term (
    number     integer                  NOT NULL,
    plan       uuid                     NOT NULL,
    kind       varchar(20)              NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to   timestamp with time zone,
    is_last    boolean,
    reason     varchar(4000)            NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT plan_term_pk PRIMARY KEY (number),
    CONSTRAINT plan_term_plan_fk FOREIGN KEY (plan) REFERENCES plan (id) ON DELETE CASCADE,
    CONSTRAINT plan_term_one_last UNIQUE (is_last),
    CONSTRAINT plan_term_last_is_open CHECK ((is_last IS NULL) = (valid_to IS NOT NULL)),
    CONSTRAINT plan_term_last_or_null CHECK (is_last IS NULL OR is_last),
    CONSTRAINT plan_term_in_order CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT plan_term_kind_known CHECK (kind = ANY (ARRAY['entry', 'take-back']))
);
CREATE INDEX plan_term_plan ON plan_term (plan, number);
COMMENT ON TABLE plan_term IS 'A time in which a plan is in force, half-open. Terms leave no gap; the last one is open and may begin in the future.';
COMMENT ON COLUMN plan_term.valid_to IS 'First instant after; as valid_from where it was called off before it began; null for the last term.';
COMMENT ON COLUMN plan_term.is_last IS 'True for the one open term; null, never false, for the others.';
COMMENT ON COLUMN plan_term.kind IS 'entry: the plan came into force; take-back: the plan before came back.';

INSERT INTO plan_term (number, plan, kind, valid_from, valid_to, is_last, reason, created_by, created_at)
SELECT version, id, 'entry', valid_from, valid_to, in_force, reason, created_by, created_at FROM plan
WHERE in_force OR valid_to IS NOT NULL;

ALTER TABLE plan DROP CONSTRAINT plan_in_force_is_open;
ALTER TABLE plan DROP CONSTRAINT plan_one_in_force;
ALTER TABLE plan DROP COLUMN in_force;
ALTER TABLE plan DROP COLUMN valid_from;
ALTER TABLE plan DROP COLUMN valid_to;
COMMENT ON TABLE plan IS 'A plan as it was fixed: for consultation, adoption and force. Rows never change.';
