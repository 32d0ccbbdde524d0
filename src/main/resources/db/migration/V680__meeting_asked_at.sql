-- When those invited were asked what they are asked now: for a date, or which dates suit. Null: since it was created.
ALTER TABLE meeting ADD COLUMN asked_at DATETIME(6) NULL;
