CREATE TABLE calendar_feed (
  person_id  BIGINT      NOT NULL PRIMARY KEY,
  token_hash BINARY(32)  NOT NULL UNIQUE,
  created_at DATETIME(6) NOT NULL,
  read_at    DATETIME(6) NULL,
  etag       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT calendar_feed_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
