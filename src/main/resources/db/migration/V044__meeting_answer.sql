-- Who says what now. A YES with an arrival number waits for a seat; without one it has its seats.
CREATE TABLE meeting_answer (
  meeting_id  BIGINT      NOT NULL,
  person_id   BIGINT      NOT NULL,
  answer      VARCHAR(12) NOT NULL,
  guests      INT         NOT NULL DEFAULT 0,
  arrival     BIGINT      NULL,
  answered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_answer_person (person_id),
  CONSTRAINT meeting_answer_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_answer_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
