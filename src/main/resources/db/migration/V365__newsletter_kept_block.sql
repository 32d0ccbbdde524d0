-- Blocks that a cluster keeps to use again. `document` is the block as JSON.
CREATE TABLE newsletter_kept_block (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  name       VARCHAR(200) NOT NULL,
  document   MEDIUMTEXT   NOT NULL,
  person_id  BIGINT       NOT NULL,
  kept_at    DATETIME(6)  NOT NULL,
  INDEX newsletter_kept_block_cluster (cluster_id, name),
  CONSTRAINT newsletter_kept_block_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT newsletter_kept_block_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
