-- One row a recipient: QUEUED, CLAIMED (committed before the conversation with the mail server), then SENT, FAILED or
-- UNCERTAIN. `bulk` rows (long lists) give way to letters that one person waits for.
CREATE TABLE mail_delivery (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  letter_id       BIGINT       NOT NULL,
  address         VARCHAR(254) NOT NULL,
  name            VARCHAR(300) NOT NULL,
  variables       TEXT         NOT NULL,
  bulk            BOOLEAN      NOT NULL,
  state           VARCHAR(10) CHARACTER SET ascii NOT NULL,
  attempts        INT          NOT NULL DEFAULT 0,
  next_attempt_at DATETIME(6)  NOT NULL,
  claim           CHAR(36) CHARACTER SET ascii NULL,
  claimed_by      VARCHAR(200) NULL,
  lease_until     DATETIME(6)  NULL,
  message_id      VARCHAR(200) NOT NULL,
  error           VARCHAR(500) NOT NULL DEFAULT '',
  changed_at      DATETIME(6)  NOT NULL,
  UNIQUE mail_delivery_once (letter_id, address),
  INDEX mail_delivery_due (state, bulk, next_attempt_at, id),
  CONSTRAINT mail_delivery_letter FOREIGN KEY (letter_id) REFERENCES mail_letter (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
