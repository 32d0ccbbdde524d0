-- The two sides of each line; together they are zero.
CREATE TABLE ledger_posting (
  line_id         BIGINT   NOT NULL,
  organisation_id BIGINT   NOT NULL,
  partner_id      BIGINT   NOT NULL,
  cluster_id      BIGINT   NOT NULL,
  account         VARCHAR(8) NOT NULL,
  currency        CHAR(3)  CHARACTER SET ascii NOT NULL,
  amount          BIGINT   NOT NULL,
  posted_at       DATETIME(6) NOT NULL,
  PRIMARY KEY (line_id, organisation_id),
  INDEX ledger_posting_balance (organisation_id, partner_id, account, currency, posted_at, amount),
  CONSTRAINT ledger_posting_line FOREIGN KEY (line_id) REFERENCES ledger_line (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
