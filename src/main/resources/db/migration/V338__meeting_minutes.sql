CREATE TABLE meeting_minutes (
  meeting_id  BIGINT      NOT NULL PRIMARY KEY,
  state       VARCHAR(10) NOT NULL,
  released_at DATETIME(6) NULL,
  CONSTRAINT meeting_minutes_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
