ALTER TABLE proposal_beat ADD COLUMN name varchar(200);
COMMENT ON COLUMN proposal_beat.name IS 'What people call the beat: after the neighbourhood or the area in force that covers most of it. Null in proposals of before: its id then.';
