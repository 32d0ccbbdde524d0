-- The addresses made so far go on working.
INSERT INTO calendar_subscription (person_id, kind, subject_id, name, token_hash, created_at, read_at, changed_at)
SELECT person_id, 'mine', 0, '', token_hash, created_at, read_at, changed_at FROM calendar_feed;
