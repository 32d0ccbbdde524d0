-- Maintenance that comes back: each occurrence that could be had is a blackout like any other.
CREATE TABLE maintenance_plan (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id  BIGINT       NOT NULL,
  means_id    BIGINT       NOT NULL,
  unit_id     BIGINT       NULL,
  title       VARCHAR(200) NOT NULL,
  zone        VARCHAR(60)  NOT NULL,
  first_start DATETIME     NOT NULL,
  minutes     INT          NOT NULL,
  recurrence  TEXT         NOT NULL,
  person_id   BIGINT       NOT NULL,
  created_at  DATETIME(6)  NOT NULL,
  ended_at    DATETIME(6)  NULL,
  INDEX maintenance_plan_means (means_id, ended_at),
  CONSTRAINT maintenance_plan_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
