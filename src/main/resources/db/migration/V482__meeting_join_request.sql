-- Addresses that were asked to confirm that they come to an open meeting; kept for two days, against floods.
CREATE TABLE meeting_join_request (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  email      VARCHAR(254) NOT NULL,
  asked_at   DATETIME(6)  NOT NULL,
  INDEX meeting_join_request_of (meeting_id, asked_at),
  INDEX meeting_join_request_age (asked_at),
  CONSTRAINT meeting_join_request_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
