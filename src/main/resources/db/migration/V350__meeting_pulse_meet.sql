-- Whom somebody would like to meet next time.
CREATE TABLE meeting_pulse_meet (
  meeting_id BIGINT NOT NULL,
  person_id  BIGINT NOT NULL,
  wanted_id  BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, person_id, wanted_id),
  INDEX meeting_pulse_meet_by (person_id, wanted_id),
  CONSTRAINT meeting_pulse_meet_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_pulse_meet_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT meeting_pulse_meet_wanted FOREIGN KEY (wanted_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
