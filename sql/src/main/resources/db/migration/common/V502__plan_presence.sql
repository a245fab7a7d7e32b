-- Who has a scenario's plan open: planners see each other, and no more is kept than the latest sign of each.
CREATE TABLE plan_presence (
    scenario uuid                     NOT NULL,
    account  varchar(200)             NOT NULL,
    pending  integer                  NOT NULL,
    seen_at  timestamp with time zone NOT NULL,
    CONSTRAINT plan_presence_pk PRIMARY KEY (scenario, account),
    CONSTRAINT plan_presence_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE
);
COMMENT ON COLUMN plan_presence.pending IS 'Units whose beat in the account''s draft is another than in the saved plan.';
