-- The words that the animators of a cluster propose for what a means can do; other words stay free.
CREATE TABLE means_word (
  cluster_id BIGINT       NOT NULL,
  label      VARCHAR(100) NOT NULL,
  PRIMARY KEY (cluster_id, label)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
