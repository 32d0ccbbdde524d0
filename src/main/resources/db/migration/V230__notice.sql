-- What a person was told in the portal. Sentences are kept as key and arguments, so that they follow the reader's language.
CREATE TABLE notice (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id  BIGINT       NOT NULL,
  person_id   BIGINT       NOT NULL,
  kind        VARCHAR(80)  CHARACTER SET ascii NOT NULL,
  title       VARCHAR(4000) NOT NULL,
  words       VARCHAR(4000) NULL,
  href        VARCHAR(300) NOT NULL,
  once_key    VARCHAR(120) CHARACTER SET ascii NULL,
  created_at  DATETIME(6)  NOT NULL,
  read_at     DATETIME(6)  NULL,
  UNIQUE notice_once (person_id, once_key),
  INDEX notice_mine (person_id, cluster_id, id),
  INDEX notice_unread (person_id, cluster_id, read_at),
  CONSTRAINT notice_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT notice_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
