-- Addresses that calendar programs read: several a person, for their own and for shared calendars.
CREATE TABLE calendar_subscription (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id  BIGINT       NOT NULL,
  kind       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cluster_id BIGINT       NULL,
  subject_id BIGINT       NOT NULL,
  name       VARCHAR(300) NOT NULL,
  token_hash BINARY(32)   NOT NULL UNIQUE,
  created_at DATETIME(6)  NOT NULL,
  read_at    DATETIME(6)  NULL,
  revision   CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  changed_at DATETIME(6)  NOT NULL,
  INDEX calendar_subscription_person (person_id, id),
  CONSTRAINT calendar_subscription_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
  CONSTRAINT calendar_subscription_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
