-- No day twice. PostgreSQL says it by exclusion constraints of the same names; H2 has none.
CREATE TRIGGER beat_assignment_overlap BEFORE INSERT, UPDATE ON beat_assignment
    FOR EACH ROW CALL 'org.copse.server.assignment.OverlapGuard';
CREATE TRIGGER officer_leave_overlap BEFORE INSERT, UPDATE ON officer_leave
    FOR EACH ROW CALL 'org.copse.server.assignment.OverlapGuard';
CREATE TRIGGER liaison_assignment_overlap BEFORE INSERT, UPDATE ON liaison_assignment
    FOR EACH ROW CALL 'org.copse.server.assignment.OverlapGuard';

INSERT INTO beat_assignment (id, plan, beat_id, officer, rank, valid_from, valid_to, tenure_from, reason, created_by, created_at)
SELECT RANDOM_UUID(), b.plan, b.beat_id, b.officer, 'main', CAST(p.valid_from AS date),
       COALESCE(CAST(p.valid_to AS date), DATE '9999-12-31'), CAST(p.valid_from AS date), 'Assigned before dates were kept',
       b.created_by, b.created_at
FROM beat_officer b JOIN plan p ON p.id = b.plan;
