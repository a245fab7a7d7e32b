-- Its rows are in beat_assignment, with the days of their plans.
DROP TABLE beat_officer;
