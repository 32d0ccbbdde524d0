-- What a meeting that takes place again and again has in common; each time is a meeting of its own.
CREATE TABLE meeting_series (
  id         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT        NOT NULL,
  starts     DATETIME      NOT NULL,
  zone       VARCHAR(60)   NOT NULL,
  recurrence VARCHAR(2000) NOT NULL,
  created_at DATETIME(6)   NOT NULL,
  CONSTRAINT meeting_series_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
