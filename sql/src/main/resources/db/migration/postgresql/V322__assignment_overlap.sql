-- No day twice. H2 has no exclusion constraints: its half of this migration sets triggers of the same names.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE beat_assignment ADD CONSTRAINT beat_assignment_one_main_a_day
    EXCLUDE USING gist (plan WITH =, beat_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (rank = 'main');
ALTER TABLE beat_assignment ADD CONSTRAINT beat_assignment_main_on_one_beat
    EXCLUDE USING gist (officer WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (rank = 'main');
ALTER TABLE beat_assignment ADD CONSTRAINT beat_assignment_once_on_a_beat
    EXCLUDE USING gist (plan WITH =, beat_id WITH =, officer WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE officer_leave ADD CONSTRAINT officer_leave_once_a_day
    EXCLUDE USING gist (officer WITH =, daterange(valid_from, valid_to) WITH &&);
ALTER TABLE liaison_assignment ADD CONSTRAINT liaison_assignment_once_a_day
    EXCLUDE USING gist (officer WITH =, need WITH =, topic WITH =, daterange(valid_from, valid_to) WITH &&);

INSERT INTO beat_assignment (id, plan, beat_id, officer, rank, valid_from, valid_to, tenure_from, reason, created_by, created_at)
SELECT gen_random_uuid(), b.plan, b.beat_id, b.officer, 'main', CAST(p.valid_from AS date),
       COALESCE(CAST(p.valid_to AS date), DATE '9999-12-31'), CAST(p.valid_from AS date), 'Assigned before dates were kept',
       b.created_by, b.created_at
FROM beat_officer b JOIN plan p ON p.id = b.plan;
