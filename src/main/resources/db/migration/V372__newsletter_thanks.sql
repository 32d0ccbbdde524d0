CREATE TABLE newsletter_thanks (
  issue_id  BIGINT      NOT NULL,
  person_id BIGINT      NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (issue_id, person_id),
  CONSTRAINT newsletter_thanks_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id),
  CONSTRAINT newsletter_thanks_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
