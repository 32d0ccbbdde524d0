-- A date that is asked about. It is never deleted, since votes stand on it: a WITHDRAWN one is only no longer asked.
CREATE TABLE meeting_option (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id  BIGINT      NOT NULL,
  starts      DATETIME(6) NOT NULL,
  ends        DATETIME(6) NOT NULL,
  whole_days  BOOLEAN     NOT NULL,
  capacity    INT         NULL,
  state       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposed_by BIGINT      NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  UNIQUE meeting_option_time (meeting_id, starts, ends),
  CONSTRAINT meeting_option_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_option_proposer FOREIGN KEY (proposed_by) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
