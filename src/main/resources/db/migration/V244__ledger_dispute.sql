-- What was said about a line; only ever added, the last one says how it stands.
CREATE TABLE ledger_word (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  line_id         BIGINT       NOT NULL,
  kind            VARCHAR(10)  NOT NULL,
  organisation_id BIGINT       NOT NULL,
  person_id       BIGINT       NOT NULL,
  at              DATETIME(6)  NOT NULL,
  words           VARCHAR(500) NOT NULL,
  INDEX ledger_word_line (line_id, id),
  CONSTRAINT ledger_word_line FOREIGN KEY (line_id) REFERENCES ledger_line (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
