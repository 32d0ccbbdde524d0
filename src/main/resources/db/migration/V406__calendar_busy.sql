-- When a person is busy elsewhere: times, no titles.
CREATE TABLE calendar_busy (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source_id BIGINT      NOT NULL,
  starts    DATETIME(6) NOT NULL,
  ends      DATETIME(6) NOT NULL,
  INDEX calendar_busy_window (source_id, ends, starts),
  CONSTRAINT calendar_busy_source FOREIGN KEY (source_id) REFERENCES calendar_busy_source (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
