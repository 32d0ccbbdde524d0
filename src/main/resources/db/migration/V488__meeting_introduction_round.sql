-- That the people of a meeting were introduced to each other, by somebody or by themselves before it starts.
CREATE TABLE meeting_introduction_round (
  meeting_id BIGINT      NOT NULL PRIMARY KEY,
  made_at    DATETIME(6) NOT NULL,
  CONSTRAINT meeting_introduction_round_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
