-- Every wording an entry ever had; rows are only added. They are what two people's changes are compared with.
CREATE TABLE meeting_minutes_version (
  entry_id  BIGINT      NOT NULL,
  version   INT         NOT NULL,
  words     TEXT        NOT NULL,
  person_id BIGINT      NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (entry_id, version),
  CONSTRAINT meeting_minutes_version_entry FOREIGN KEY (entry_id) REFERENCES meeting_minutes_entry (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
