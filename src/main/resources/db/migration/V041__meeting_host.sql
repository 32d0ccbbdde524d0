CREATE TABLE meeting_host (
  meeting_id BIGINT NOT NULL,
  person_id  BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_host_person (person_id),
  CONSTRAINT meeting_host_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_host_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
