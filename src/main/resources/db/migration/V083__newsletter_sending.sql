-- The letters of an issue in the mail ledger: one for each language its readers have.
CREATE TABLE newsletter_sending (
  issue_id  BIGINT  NOT NULL,
  language  CHAR(2) NOT NULL,
  letter_id BIGINT  NOT NULL,
  PRIMARY KEY (issue_id, language),
  CONSTRAINT newsletter_sending_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
