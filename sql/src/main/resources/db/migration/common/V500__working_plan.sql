-- The working plan of a scenario, each save of it kept, and the planners' drafts with every edit since.
CREATE TABLE working_plan (
    scenario  uuid                     NOT NULL,
    revision  integer                  NOT NULL,
    content   text                     NOT NULL,
    note      varchar(4000),
    units     integer                  NOT NULL,
    residents double precision         NOT NULL,
    saved_by  varchar(200)             NOT NULL,
    saved_at  timestamp with time zone NOT NULL,
    CONSTRAINT working_plan_pk PRIMARY KEY (scenario, revision),
    CONSTRAINT working_plan_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE,
    CONSTRAINT working_plan_revision_from_one CHECK (revision >= 1)
);
COMMENT ON TABLE working_plan IS 'A saved working plan. Rows never change: each save is the next revision.';
COMMENT ON COLUMN working_plan.content IS 'JSON: the beat of each unit in the order of the layer, beats, sectors and locks.';
COMMENT ON COLUMN working_plan.units IS 'Units whose beat is another than in the revision before.';
COMMENT ON COLUMN working_plan.residents IS 'Residents of these units.';

CREATE TABLE plan_draft (
    scenario       uuid                     NOT NULL,
    account        varchar(200)             NOT NULL,
    version        bigint                   NOT NULL,
    start_revision integer                  NOT NULL,
    base_revision  integer                  NOT NULL,
    edits          integer                  NOT NULL,
    changed_at     timestamp with time zone NOT NULL,
    CONSTRAINT plan_draft_pk PRIMARY KEY (scenario, account),
    CONSTRAINT plan_draft_start_fk FOREIGN KEY (scenario, start_revision)
        REFERENCES working_plan (scenario, revision) ON DELETE CASCADE,
    CONSTRAINT plan_draft_base_fk FOREIGN KEY (scenario, base_revision)
        REFERENCES working_plan (scenario, revision) ON DELETE CASCADE
);
COMMENT ON TABLE plan_draft IS 'What an account does to the working plan of a scenario: the plan of start_revision with the first edits of plan_draft_edit.';
COMMENT ON COLUMN plan_draft.version IS 'Grows with every change of the draft: an undo is one.';
COMMENT ON COLUMN plan_draft.start_revision IS 'The plan before the first edit.';
COMMENT ON COLUMN plan_draft.base_revision IS 'The saved plan that what is pending counts against.';
COMMENT ON COLUMN plan_draft.edits IS 'How many edits are made; those after them were taken back and can be made again.';

CREATE TABLE plan_draft_edit (
    scenario uuid                     NOT NULL,
    account  varchar(200)             NOT NULL,
    number   integer                  NOT NULL,
    name     text                     NOT NULL,
    change   text                     NOT NULL,
    made_at  timestamp with time zone NOT NULL,
    CONSTRAINT plan_draft_edit_pk PRIMARY KEY (scenario, account, number),
    CONSTRAINT plan_draft_edit_draft_fk FOREIGN KEY (scenario, account)
        REFERENCES plan_draft (scenario, account) ON DELETE CASCADE
);
COMMENT ON COLUMN plan_draft_edit.number IS 'From 1, in the order in which they were made.';
COMMENT ON COLUMN plan_draft_edit.name IS 'JSON: what the edit was, as a code and its values.';
COMMENT ON COLUMN plan_draft_edit.change IS 'JSON: what it changed, before and after.';
