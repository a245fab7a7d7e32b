-- What a planner asks the engine from a draft, and what it answered.
CREATE TABLE engine_task (
    id         uuid                     NOT NULL,
    scenario   uuid                     NOT NULL,
    request    text                     NOT NULL,
    start      text                     NOT NULL,
    best       text,
    answer     text,
    created_by varchar(200)             NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT engine_task_pk PRIMARY KEY (id),
    CONSTRAINT engine_task_scenario_fk FOREIGN KEY (scenario) REFERENCES scenario (id) ON DELETE CASCADE
);
CREATE INDEX engine_task_scenario ON engine_task (scenario, created_at);
COMMENT ON COLUMN engine_task.request IS 'JSON: as it was asked for.';
COMMENT ON COLUMN engine_task.start IS 'JSON: the working plan that it was asked from, with its locks.';
COMMENT ON COLUMN engine_task.best IS 'JSON: the best plan so far, written while it runs.';
COMMENT ON COLUMN engine_task.answer IS 'JSON: the alternatives; null until the job is over.';

ALTER TABLE planning_job ADD COLUMN engine_task uuid;
ALTER TABLE planning_job DROP CONSTRAINT planning_job_one_subject;
ALTER TABLE planning_job ADD CONSTRAINT planning_job_one_subject CHECK (
    (CASE WHEN scenario IS NULL THEN 0 ELSE 1 END) + (CASE WHEN upload IS NULL THEN 0 ELSE 1 END)
    + (CASE WHEN engine_task IS NULL THEN 0 ELSE 1 END) = 1);
ALTER TABLE planning_job ADD CONSTRAINT planning_job_engine_task_fk FOREIGN KEY (engine_task)
    REFERENCES engine_task (id) ON DELETE CASCADE;
CREATE INDEX planning_job_engine_task ON planning_job (engine_task);
COMMENT ON COLUMN planning_job.engine_task IS 'What the engine was asked from a draft.';
