-- Readers who unsubscribed by the link of an issue; only how many is ever shown.
CREATE TABLE newsletter_departure (
  issue_id BIGINT      NOT NULL,
  reader   VARCHAR(22) CHARACTER SET ascii NOT NULL,
  left_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (issue_id, reader),
  CONSTRAINT newsletter_departure_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
