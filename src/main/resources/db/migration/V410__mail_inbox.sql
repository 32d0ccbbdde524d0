-- How far the portal's mailbox was read, and which node reads it now.
CREATE TABLE mail_inbox (
  mailbox     VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  validity    BIGINT       NOT NULL DEFAULT 0,
  last_uid    BIGINT       NOT NULL DEFAULT 0,
  attempts    INT          NOT NULL DEFAULT 0,
  holder      VARCHAR(200) NULL,
  lease_until DATETIME(6)  NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
