CREATE TABLE organisation (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id   BIGINT       NOT NULL,
  kind         VARCHAR(40)  NOT NULL,
  name         VARCHAR(200) NOT NULL,
  trade        VARCHAR(200) NOT NULL DEFAULT '',
  presentation TEXT         NOT NULL DEFAULT '',
  website      VARCHAR(500) NOT NULL DEFAULT '',
  headcount    INT          NULL,
  picture_id   BIGINT       NULL,
  since        DATETIME(6)  NOT NULL,
  version      INT          NOT NULL DEFAULT 0,
  UNIQUE organisation_name (cluster_id, name),
  CONSTRAINT organisation_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT organisation_picture FOREIGN KEY (picture_id) REFERENCES picture (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
