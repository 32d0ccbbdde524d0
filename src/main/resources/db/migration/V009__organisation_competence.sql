CREATE TABLE organisation_competence (
  organisation_id BIGINT NOT NULL,
  competence_id   BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, competence_id),
  INDEX organisation_competence_competence (competence_id),
  CONSTRAINT organisation_competence_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  CONSTRAINT organisation_competence_competence FOREIGN KEY (competence_id) REFERENCES competence (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
