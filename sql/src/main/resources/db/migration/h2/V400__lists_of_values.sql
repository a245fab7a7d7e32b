-- H2 keeps the session that made a constraint in each list of constants (x IN ('a', 'b'), and x = 'a' OR x = 'b', which it makes one of),
-- and asks that session for every row: once it is closed nothing can be stored any more. An array of constants keeps no session. PostgreSQL
-- keeps every list as such an array by itself.
ALTER TABLE planning_job DROP CONSTRAINT planning_job_state_known;
ALTER TABLE planning_job ADD CONSTRAINT planning_job_state_known
    CHECK (state = ANY (ARRAY['queued', 'running', 'succeeded', 'failed', 'cancelled']));

ALTER TABLE plan DROP CONSTRAINT plan_origin_known;
ALTER TABLE plan ADD CONSTRAINT plan_origin_known CHECK (origin = ANY (ARRAY['proposal', 'areas-in-force']));

ALTER TABLE backdrop DROP CONSTRAINT backdrop_role_known;
ALTER TABLE backdrop ADD CONSTRAINT backdrop_role_known
    CHECK (role = ANY (ARRAY['land', 'water', 'park', 'street', 'railway']));

ALTER TABLE account_role DROP CONSTRAINT account_role_known;
ALTER TABLE account_role ADD CONSTRAINT account_role_known
    CHECK (role = ANY (ARRAY['PLANNER', 'ANALYST', 'OFFICER', 'SUPERVISOR', 'AUDITOR', 'ADMIN']));

ALTER TABLE audit_personal DROP CONSTRAINT audit_personal_field_known;
ALTER TABLE audit_personal ADD CONSTRAINT audit_personal_field_known
    CHECK (field = ANY (ARRAY['account', 'address', 'reason', 'before', 'after']));

ALTER TABLE officer DROP CONSTRAINT officer_role_known;
ALTER TABLE officer ADD CONSTRAINT officer_role_known
    CHECK (role = ANY (ARRAY['resident-officer', 'sector-supervisor', 'liaison', 'assistant']));

ALTER TABLE beat_assignment DROP CONSTRAINT beat_assignment_rank_known;
ALTER TABLE beat_assignment ADD CONSTRAINT beat_assignment_rank_known CHECK (rank = ANY (ARRAY['main', 'second']));

ALTER TABLE liaison_assignment DROP CONSTRAINT liaison_assignment_need_known;
ALTER TABLE liaison_assignment ADD CONSTRAINT liaison_assignment_need_known
    CHECK (need = ANY (ARRAY['language', 'youth', 'lgbtiq', 'diaspora', 'victims', 'other']));

ALTER TABLE handover_task DROP CONSTRAINT handover_task_kind_known;
ALTER TABLE handover_task ADD CONSTRAINT handover_task_kind_known
    CHECK (kind = ANY (ARRAY['map', 'events', 'walk', 'notice', 'other']));
ALTER TABLE handover_task DROP CONSTRAINT handover_task_owner_known;
ALTER TABLE handover_task ADD CONSTRAINT handover_task_owner_known CHECK (owner = ANY (ARRAY['from', 'to', 'team']));

ALTER TABLE handover_entry DROP CONSTRAINT handover_entry_kind_known;
ALTER TABLE handover_entry ADD CONSTRAINT handover_entry_kind_known
    CHECK (kind = ANY (ARRAY['organisation', 'focal-place', 'contact-point', 'agreement', 'event']));
