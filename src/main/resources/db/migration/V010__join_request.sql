CREATE TABLE join_request (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id   BIGINT       NOT NULL,
  person_id    BIGINT       NOT NULL,
  organisation VARCHAR(200) NOT NULL,
  message      VARCHAR(500) NOT NULL DEFAULT '',
  asked_at     DATETIME(6)  NOT NULL,
  status       VARCHAR(20)  NOT NULL DEFAULT 'PENDING',
  decided_by   BIGINT       NULL,
  decided_at   DATETIME(6)  NULL,
  -- At most one open request of a person to a cluster: NULLs never collide.
  pending_key  TINYINT      GENERATED ALWAYS AS (IF(status = 'PENDING', 1, NULL)) STORED,
  UNIQUE join_request_pending (cluster_id, person_id, pending_key),
  INDEX join_request_person (person_id, asked_at),
  CONSTRAINT join_request_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT join_request_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
