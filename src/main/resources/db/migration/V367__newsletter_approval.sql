-- A second person said yes to one version of an issue.
CREATE TABLE newsletter_approval (
  issue_id    BIGINT      NOT NULL,
  version     INT         NOT NULL,
  person_id   BIGINT      NOT NULL,
  approved_at DATETIME(6) NOT NULL,
  PRIMARY KEY (issue_id, version, person_id),
  CONSTRAINT newsletter_approval_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id) ON DELETE CASCADE,
  CONSTRAINT newsletter_approval_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
