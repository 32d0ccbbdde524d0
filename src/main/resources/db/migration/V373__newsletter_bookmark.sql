-- Letters that a reader keeps for later.
CREATE TABLE newsletter_bookmark (
  issue_id  BIGINT      NOT NULL,
  person_id BIGINT      NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (person_id, issue_id),
  CONSTRAINT newsletter_bookmark_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id),
  CONSTRAINT newsletter_bookmark_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
