-- A consultation that is opened again keeps what its summary was, for the next closing.
ALTER TABLE consultation DROP CONSTRAINT consultation_closed_whole;
ALTER TABLE consultation ADD CONSTRAINT consultation_closed_with_summary CHECK (closed_at IS NULL OR summary IS NOT NULL);
