-- One row a pair of companies: the first statement of every transaction that writes lines between them touches it.
CREATE TABLE ledger_pair (
  cluster_id BIGINT NOT NULL,
  low_id     BIGINT NOT NULL,
  high_id    BIGINT NOT NULL,
  seq        BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (cluster_id, low_id, high_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
