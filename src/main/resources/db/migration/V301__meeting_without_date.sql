-- An idea, and a meeting whose date is still looked for, have no time yet.
ALTER TABLE meeting MODIFY COLUMN starts DATETIME(6) NULL, MODIFY COLUMN ends DATETIME(6) NULL;
