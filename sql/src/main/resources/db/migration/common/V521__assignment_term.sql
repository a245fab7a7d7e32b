ALTER TABLE beat_assignment ADD COLUMN ended_with integer;
ALTER TABLE beat_assignment ADD COLUMN would_end date;
ALTER TABLE beat_assignment ADD CONSTRAINT beat_assignment_term_fk FOREIGN KEY (ended_with) REFERENCES plan_term (number)
    ON DELETE SET NULL;
COMMENT ON COLUMN beat_assignment.ended_with IS 'The term of another plan that ended the assignment: on its first day it goes on until that instant, and comes back when the plan is taken back.';
COMMENT ON COLUMN beat_assignment.would_end IS 'valid_to before that term ended it.';
