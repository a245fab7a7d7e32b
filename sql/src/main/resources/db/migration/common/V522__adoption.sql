-- How a plan came from draft to force: every step, the assessments, and the override where something is missing.
CREATE TABLE adoption (
    plan            uuid NOT NULL,
    override_reason varchar(4000),
    override_by     varchar(200),
    override_at     timestamp with time zone,
    CONSTRAINT adoption_pk PRIMARY KEY (plan),
    CONSTRAINT adoption_plan_fk FOREIGN KEY (plan) REFERENCES plan (id) ON DELETE CASCADE,
    CONSTRAINT adoption_override_whole CHECK ((override_reason IS NULL) = (override_by IS NULL)
        AND (override_reason IS NULL) = (override_at IS NULL))
);
COMMENT ON COLUMN adoption.override_reason IS 'Why the plan may come into force although something is missing; published with the plan.';

CREATE TABLE adoption_step (
    plan       uuid                     NOT NULL,
    number     integer                  NOT NULL,
    state      varchar(20)              NOT NULL,
    reason     varchar(4000)            NOT NULL,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT adoption_step_pk PRIMARY KEY (plan, number),
    CONSTRAINT adoption_step_adoption_fk FOREIGN KEY (plan) REFERENCES adoption (plan) ON DELETE CASCADE,
    CONSTRAINT adoption_step_state_known CHECK (state = ANY (ARRAY['draft', 'consultation', 'adopted']))
);
COMMENT ON TABLE adoption_step IS 'Into which state the plan went, when and why. In force and superseded follow from plan_term.';
COMMENT ON COLUMN adoption_step.reason IS 'Empty where a step forward needs none.';

CREATE TABLE impact_assessment (
    plan        uuid                     NOT NULL,
    kind        varchar(20)              NOT NULL,
    owner       varchar(200)             NOT NULL,
    assessed_on date                     NOT NULL,
    outcome     varchar(20)              NOT NULL,
    summary     varchar(4000)            NOT NULL,
    changed_by  varchar(200)             NOT NULL,
    changed_at  timestamp with time zone NOT NULL,
    CONSTRAINT impact_assessment_pk PRIMARY KEY (plan, kind),
    CONSTRAINT impact_assessment_adoption_fk FOREIGN KEY (plan) REFERENCES adoption (plan) ON DELETE CASCADE,
    CONSTRAINT impact_assessment_kind_known CHECK (kind = ANY (ARRAY['privacy', 'equality', 'community'])),
    CONSTRAINT impact_assessment_outcome_known CHECK (outcome = ANY (ARRAY['no-impact', 'mitigated', 'accepted', 'unacceptable']))
);
COMMENT ON COLUMN impact_assessment.owner IS 'Who answers for it: an office or a duty name.';

INSERT INTO adoption (plan, override_reason, override_by, override_at)
SELECT id, 'Published before consultation and assessments were recorded here', created_by, created_at FROM plan;
INSERT INTO adoption_step (plan, number, state, reason, created_by, created_at)
SELECT id, 1, 'adopted', reason, created_by, created_at FROM plan;
