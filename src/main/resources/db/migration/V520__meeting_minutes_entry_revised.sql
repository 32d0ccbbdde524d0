-- Actions stand in calendars: how often and when one was changed, by whatever deed.
ALTER TABLE meeting_minutes_entry ADD COLUMN revised INT NOT NULL DEFAULT 0, ADD COLUMN revised_at DATETIME(6) NULL;
