-- Readers without an account: PENDING until they confirm by mail, then CONFIRMED, or LEFT.
CREATE TABLE newsletter_outsider (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  email      VARCHAR(254) NOT NULL,
  name       VARCHAR(200) NOT NULL,
  language   CHAR(2)      CHARACTER SET ascii NOT NULL,
  frequency  VARCHAR(12)  CHARACTER SET ascii NOT NULL DEFAULT 'EACH',
  topics     VARCHAR(100) CHARACTER SET ascii NOT NULL DEFAULT '',
  state      VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  asked_at   DATETIME(6)  NOT NULL,
  changed_at DATETIME(6)  NOT NULL,
  UNIQUE newsletter_outsider_once (cluster_id, email),
  INDEX newsletter_outsider_state (cluster_id, state, name),
  CONSTRAINT newsletter_outsider_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
