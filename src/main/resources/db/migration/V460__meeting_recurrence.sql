-- What calendars know a date of a series by: the UID of the series, and the start that the series gave it, in its zone.
ALTER TABLE meeting ADD COLUMN series_uid VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN recurrence_id DATETIME NULL, ADD COLUMN recurrence_zone VARCHAR(60) NULL,
  ADD INDEX meeting_recurrence (series_uid, recurrence_id);
