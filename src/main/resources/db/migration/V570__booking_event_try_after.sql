-- A deed that cannot be told is tried again later and later.
ALTER TABLE booking_event
  ADD COLUMN tries     TINYINT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN try_after DATETIME(6)      NULL;
