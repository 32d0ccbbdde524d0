CREATE TABLE meeting_question_answer (
  question_id BIGINT       NOT NULL,
  person_id   BIGINT       NOT NULL,
  words       VARCHAR(500) NOT NULL,
  consent_at  DATETIME(6)  NULL,
  at          DATETIME(6)  NOT NULL,
  PRIMARY KEY (question_id, person_id),
  INDEX meeting_question_answer_person (person_id),
  CONSTRAINT meeting_question_answer_question FOREIGN KEY (question_id) REFERENCES meeting_question (id) ON DELETE CASCADE,
  CONSTRAINT meeting_question_answer_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
