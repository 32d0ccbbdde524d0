-- Who was shown how to use a thing, until when; the company that lends it says so.
CREATE TABLE means_certificate (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NOT NULL,
  organisation_id BIGINT       NOT NULL,
  label           VARCHAR(100) NOT NULL,
  person_id       BIGINT       NOT NULL,
  valid_until     DATE         NOT NULL,
  granted_by      BIGINT       NOT NULL,
  granted_at      DATETIME(6)  NOT NULL,
  UNIQUE means_certificate_holder (organisation_id, label, person_id),
  INDEX means_certificate_person (person_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
