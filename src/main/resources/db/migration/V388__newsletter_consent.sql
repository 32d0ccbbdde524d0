-- Who agreed to what, when and how: only ever added to.
CREATE TABLE newsletter_consent (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  email      VARCHAR(254) NOT NULL,
  deed       VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  source     VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  detail     VARCHAR(500) NOT NULL,
  by_person  BIGINT       NULL,
  at         DATETIME(6)  NOT NULL,
  INDEX newsletter_consent_reader (cluster_id, email, id),
  CONSTRAINT newsletter_consent_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
