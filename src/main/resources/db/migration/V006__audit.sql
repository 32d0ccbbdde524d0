CREATE TABLE audit (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  person_id  BIGINT       NOT NULL,
  at         DATETIME(6)  NOT NULL,
  deed       VARCHAR(60)  NOT NULL,
  subject    VARCHAR(60)  NOT NULL,
  detail     VARCHAR(500) NOT NULL DEFAULT '',
  INDEX audit_subject (cluster_id, subject, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
