-- Organisations that do not want their people to be introduced to another's; only they see it.
CREATE TABLE organisation_rival (
  organisation_id BIGINT NOT NULL,
  rival_id        BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, rival_id),
  INDEX organisation_rival_other (rival_id),
  CONSTRAINT organisation_rival_one FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
  CONSTRAINT organisation_rival_other FOREIGN KEY (rival_id) REFERENCES organisation (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
