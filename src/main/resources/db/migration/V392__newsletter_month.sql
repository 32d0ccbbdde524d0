-- The monthly mails that were posted: one a cluster and month, so that no node posts a second one.
CREATE TABLE newsletter_month (
  cluster_id BIGINT      NOT NULL,
  month      CHAR(7)     CHARACTER SET ascii NOT NULL,
  posted_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (cluster_id, month),
  CONSTRAINT newsletter_month_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
