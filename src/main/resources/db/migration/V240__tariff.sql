-- What using a means costs; each change is a further row, so that a use is counted as it was agreed at its time.
CREATE TABLE tariff (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id     BIGINT      NOT NULL,
  means_id       BIGINT      NOT NULL,
  version        INT         NOT NULL,
  currency       CHAR(3)     CHARACTER SET ascii NOT NULL,
  per_hour       BIGINT      NOT NULL,
  per_day        BIGINT      NOT NULL,
  per_meter      BIGINT      NOT NULL,
  per_use        BIGINT      NOT NULL,
  favour_up_to   BIGINT      NOT NULL,
  valid_from     DATETIME(6) NOT NULL,
  person_id      BIGINT      NOT NULL,
  UNIQUE tariff_version (means_id, version),
  CONSTRAINT tariff_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
