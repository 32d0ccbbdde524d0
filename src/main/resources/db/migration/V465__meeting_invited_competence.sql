-- A meeting for all people of organisations that can do something.
CREATE TABLE meeting_invited_competence (
  meeting_id    BIGINT NOT NULL,
  competence_id BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, competence_id),
  INDEX meeting_invited_competence_competence (competence_id),
  CONSTRAINT meeting_invited_competence_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_invited_competence_competence FOREIGN KEY (competence_id) REFERENCES competence (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
