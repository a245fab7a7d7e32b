-- A scenario has a note, is put aside or deleted, and each of these is remembered and can be taken back.
ALTER TABLE scenario ADD COLUMN note varchar(4000);
ALTER TABLE scenario ADD COLUMN archived boolean DEFAULT FALSE NOT NULL;
ALTER TABLE scenario ADD COLUMN deleted_at timestamp with time zone;
COMMENT ON COLUMN scenario.archived IS 'Put aside: not among those that are worked on.';
COMMENT ON COLUMN scenario.deleted_at IS 'When it was deleted; it is kept, so that the deletion can be taken back. Null for one that is there.';

CREATE TABLE scenario_event (
    id       uuid                     NOT NULL,
    scenario uuid                     NOT NULL,
    action   varchar(30)              NOT NULL,
    detail   varchar(4000),
    made_by  varchar(200)             NOT NULL,
    made_at  timestamp with time zone NOT NULL,
    CONSTRAINT scenario_event_pk PRIMARY KEY (id),
    CONSTRAINT scenario_event_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE
);
CREATE INDEX scenario_event_scenario ON scenario_event (scenario, made_at);
COMMENT ON TABLE scenario_event IS 'Who did what to a scenario, when. Jobs and saves of its working plan have tables of their own.';
