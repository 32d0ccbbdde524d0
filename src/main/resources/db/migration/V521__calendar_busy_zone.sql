-- The zone of times without one, and of whole days, each time the calendar is read again.
ALTER TABLE calendar_busy_source ADD COLUMN zone VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'UTC';
