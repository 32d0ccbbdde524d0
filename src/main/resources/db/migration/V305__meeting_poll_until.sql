-- Until when people may say which dates suit them, and when they were reminded, once.
ALTER TABLE meeting ADD COLUMN poll_until DATETIME(6) NULL, ADD COLUMN poll_reminded_at DATETIME(6) NULL,
  ADD COLUMN reminded_at DATETIME(6) NULL;
