-- The series a meeting belongs to, and when it was to start by its rule: another start now means it was moved by itself.
ALTER TABLE meeting ADD COLUMN series_id BIGINT NULL, ADD COLUMN occurs_at DATETIME(6) NULL,
  ADD INDEX meeting_series (series_id, starts),
  ADD CONSTRAINT meeting_series FOREIGN KEY (series_id) REFERENCES meeting_series (id);
