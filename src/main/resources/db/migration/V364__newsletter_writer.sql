-- Who has an issue open for writing now; a row older than a minute means nothing.
CREATE TABLE newsletter_writer (
  issue_id  BIGINT      NOT NULL,
  person_id BIGINT      NOT NULL,
  seen_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (issue_id, person_id),
  CONSTRAINT newsletter_writer_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id) ON DELETE CASCADE,
  CONSTRAINT newsletter_writer_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
