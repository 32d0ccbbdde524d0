-- What readers said to a block in one tap.
CREATE TABLE newsletter_answer (
  issue_id    BIGINT      NOT NULL,
  block_id    VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reader      VARCHAR(22) CHARACTER SET ascii NOT NULL,
  answer      VARCHAR(12) CHARACTER SET ascii NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (issue_id, block_id, reader, answer),
  CONSTRAINT newsletter_answer_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
