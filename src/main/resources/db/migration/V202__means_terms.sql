-- Every version of a means' rules and terms; a booking names the one it was made under. Never changed.
CREATE TABLE means_terms (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  means_id   BIGINT      NOT NULL,
  number     INT         NOT NULL,
  rules      JSON        NOT NULL,
  terms      MEDIUMTEXT  NOT NULL,
  person_id  BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE means_terms_number (means_id, number),
  CONSTRAINT means_terms_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
