-- Whoever was invited later than the others, and whoever was reminded: nobody is reminded at once, nor twice.
CREATE TABLE meeting_asked (
  meeting_id  BIGINT      NOT NULL,
  person_id   BIGINT      NOT NULL,
  asked_at    DATETIME(6) NULL,
  reminded_at DATETIME(6) NULL,
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_asked_person (person_id),
  CONSTRAINT meeting_asked_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_asked_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
