-- Every answer ever given, in order; rows are only added.
CREATE TABLE meeting_answer_history (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT      NOT NULL,
  person_id  BIGINT      NOT NULL,
  answer     VARCHAR(12) NOT NULL,
  guests     INT         NOT NULL,
  waiting    BOOLEAN     NOT NULL,
  promoted   BOOLEAN     NOT NULL DEFAULT FALSE,
  at         DATETIME(6) NOT NULL,
  INDEX meeting_answer_history (meeting_id, person_id, id),
  CONSTRAINT meeting_answer_history_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
