CREATE TABLE picture (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NULL,
  media_type VARCHAR(60)  NOT NULL,
  alt        VARCHAR(500) NOT NULL DEFAULT '',
  bytes      MEDIUMBLOB   NOT NULL,
  width      INT          NOT NULL,
  height     INT          NOT NULL,
  created_by BIGINT       NULL,
  created_at DATETIME(6)  NOT NULL,
  CONSTRAINT picture_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
