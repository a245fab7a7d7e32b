-- How much of a draft's past is kept: the plan before the earliest edit that can still be taken back.
ALTER TABLE plan_draft ADD COLUMN forgotten integer DEFAULT 0 NOT NULL;
ALTER TABLE plan_draft ADD COLUMN start_content text;
ALTER TABLE plan_draft ADD CONSTRAINT plan_draft_forgotten_made CHECK (forgotten >= 0 AND forgotten <= edits);
COMMENT ON COLUMN plan_draft.forgotten IS 'How many of the first edits can no longer be taken back; their rows are gone.';
COMMENT ON COLUMN plan_draft.start_content IS 'JSON: the plan after the forgotten edits, as in working_plan; null while none is: then it is that of start_revision.';
