-- What participants want corrected before the minutes are released.
CREATE TABLE meeting_minutes_correction (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT        NOT NULL,
  entry_id   BIGINT        NOT NULL,
  person_id  BIGINT        NOT NULL,
  words      VARCHAR(4000) NOT NULL,
  base       INT           NOT NULL,
  at         DATETIME(6)   NOT NULL,
  settled_at DATETIME(6)   NULL,
  accepted   BOOLEAN       NULL,
  INDEX meeting_minutes_correction_meeting (meeting_id, settled_at),
  CONSTRAINT meeting_minutes_correction_entry FOREIGN KEY (entry_id) REFERENCES meeting_minutes_entry (id) ON DELETE CASCADE,
  CONSTRAINT meeting_minutes_correction_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
