CREATE TABLE api_idempotency (
  person_id       BIGINT       NOT NULL,
  idempotency_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_hash    BINARY(32)   NOT NULL,
  thing_id        BIGINT       NULL,
  created_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (person_id, idempotency_key),
  CONSTRAINT api_idempotency_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
