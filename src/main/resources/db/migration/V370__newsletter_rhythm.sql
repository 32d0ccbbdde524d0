-- When a cluster's letters are due: a day of each month; and for which of these days people were already told.
CREATE TABLE newsletter_rhythm (
  cluster_id   BIGINT      NOT NULL PRIMARY KEY,
  active       BOOLEAN     NOT NULL,
  month_day    INT         NOT NULL,
  remind_days  INT         NOT NULL,
  call_days    INT         NOT NULL,
  began_on     DATE        NOT NULL,
  skipped_for  DATE        NULL,
  reminded_for DATE        NULL,
  called_for   DATE        NULL,
  version      INT         NOT NULL DEFAULT 0,
  CONSTRAINT newsletter_rhythm_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
