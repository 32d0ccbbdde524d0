-- A YES that is not approved waits, whatever seats are free.
ALTER TABLE meeting_answer ADD COLUMN approved BOOLEAN NOT NULL DEFAULT TRUE;
