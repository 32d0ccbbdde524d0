-- A report of damage; while it blocks, block_id is the blackout that holds the unit.
CREATE TABLE damage (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id    BIGINT       NOT NULL,
  means_id      BIGINT       NOT NULL,
  unit_id       BIGINT       NOT NULL,
  booking_id    BIGINT       NULL,
  person_id     BIGINT       NOT NULL,
  reported_at   DATETIME(6)  NOT NULL,
  words         VARCHAR(2000) NOT NULL,
  block_id      BIGINT       NULL,
  released_at   DATETIME(6)  NULL,
  released_by   BIGINT       NULL,
  release_words VARCHAR(2000) NOT NULL DEFAULT '',
  idempotency_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  UNIQUE damage_key (person_id, idempotency_key),
  INDEX damage_means (means_id, released_at),
  INDEX damage_cluster (cluster_id, released_at, reported_at),
  CONSTRAINT damage_means FOREIGN KEY (means_id) REFERENCES means (id),
  CONSTRAINT damage_unit FOREIGN KEY (unit_id) REFERENCES means_unit (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
