CREATE TABLE competence (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  name       VARCHAR(100) NOT NULL,
  managed    BOOLEAN      NOT NULL DEFAULT FALSE,
  UNIQUE competence_name (cluster_id, name),
  CONSTRAINT competence_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
