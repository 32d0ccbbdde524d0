CREATE TABLE newsletter_read (
  issue_id  BIGINT      NOT NULL,
  person_id BIGINT      NOT NULL,
  read_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (issue_id, person_id),
  INDEX newsletter_read_person (person_id),
  CONSTRAINT newsletter_read_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id),
  CONSTRAINT newsletter_read_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
