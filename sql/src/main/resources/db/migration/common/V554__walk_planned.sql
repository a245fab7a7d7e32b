-- Which planned walk a recorded one is. No reference: the phone may send it after the plan has gone, and what it sends is never refused for that.
ALTER TABLE walk ADD COLUMN planned uuid;
CREATE INDEX walk_by_planned ON walk (planned);
