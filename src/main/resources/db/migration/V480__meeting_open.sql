-- Whether everybody may read about the meeting without signing in, and come.
ALTER TABLE meeting ADD COLUMN is_open BOOLEAN NOT NULL DEFAULT FALSE;
