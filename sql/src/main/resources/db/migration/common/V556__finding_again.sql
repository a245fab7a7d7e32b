-- What was looked at again on a later walk: a finding of that walk that names the earlier one.
ALTER TABLE finding ADD COLUMN again uuid;
ALTER TABLE finding ADD COLUMN gone boolean;
ALTER TABLE finding ADD CONSTRAINT finding_again_says_what CHECK ((again IS NULL) = (gone IS NULL));
CREATE INDEX finding_again ON finding (again);
COMMENT ON COLUMN finding.again IS 'The earlier finding. No foreign key: what a phone recorded is stored, whatever became of the earlier one.';
COMMENT ON COLUMN finding.gone IS 'Whether the earlier problem was no longer there.';
