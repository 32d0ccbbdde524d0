-- Calendars from elsewhere that a person gave, for their own eyes.
CREATE TABLE calendar_busy_source (
  id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT        NOT NULL,
  name      VARCHAR(200)  NOT NULL,
  link      VARCHAR(1000) NULL,
  etag      VARCHAR(200)  NOT NULL DEFAULT '',
  read_at   DATETIME(6)   NOT NULL,
  next_at   DATETIME(6)   NULL,
  trouble   VARCHAR(100)  NOT NULL DEFAULT '',
  INDEX calendar_busy_source_person (person_id, id),
  INDEX calendar_busy_source_due (next_at),
  CONSTRAINT calendar_busy_source_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
