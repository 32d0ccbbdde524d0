CREATE TABLE person (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  subject       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL UNIQUE,
  email         VARCHAR(254) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL UNIQUE,
  name          VARCHAR(200) NOT NULL,
  language      CHAR(2)      NULL,
  colour_scheme VARCHAR(10)  NOT NULL DEFAULT 'SYSTEM',
  title         VARCHAR(200) NOT NULL DEFAULT '',
  phone         VARCHAR(40)  NOT NULL DEFAULT '',
  about         VARCHAR(500) NOT NULL DEFAULT '',
  picture_id    BIGINT       NULL,
  created_at    DATETIME(6)  NOT NULL,
  version       INT          NOT NULL DEFAULT 0,
  INDEX person_name (name),
  CONSTRAINT person_picture FOREIGN KEY (picture_id) REFERENCES picture (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
