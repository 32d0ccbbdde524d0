-- A named group of people of a cluster, kept by its animators, e.g. the safety circle.
CREATE TABLE people_group (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  name       VARCHAR(100) NOT NULL,
  version    INT          NOT NULL DEFAULT 0,
  UNIQUE people_group_name (cluster_id, name),
  CONSTRAINT people_group_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
