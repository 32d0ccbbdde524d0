-- What an issue was: one row a sitting of a writer. `document` is the draft as JSON.
CREATE TABLE newsletter_history (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  issue_id   BIGINT      NOT NULL,
  version    INT         NOT NULL,
  person_id  BIGINT      NOT NULL,
  began_at   DATETIME(6) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  document   MEDIUMTEXT  NOT NULL,
  INDEX newsletter_history_newest (issue_id, id),
  CONSTRAINT newsletter_history_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id) ON DELETE CASCADE,
  CONSTRAINT newsletter_history_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
