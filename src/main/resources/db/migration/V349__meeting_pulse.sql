-- One tap afterwards: how it was from 1 to 3, and whether one would come again.
CREATE TABLE meeting_pulse (
  meeting_id BIGINT       NOT NULL,
  person_id  BIGINT       NOT NULL,
  how        INT          NOT NULL,
  again      BOOLEAN      NULL,
  words      VARCHAR(500) NOT NULL DEFAULT '',
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_pulse_person (person_id),
  CONSTRAINT meeting_pulse_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_pulse_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
