CREATE TABLE cluster (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug           VARCHAR(60)  NOT NULL UNIQUE,
  name           VARCHAR(200) NOT NULL,
  kind           VARCHAR(40)  NOT NULL,
  territory      VARCHAR(200) NOT NULL DEFAULT '',
  specialisation VARCHAR(200) NOT NULL DEFAULT '',
  country        CHAR(2)      NOT NULL,
  town           VARCHAR(200) NOT NULL DEFAULT '',
  latitude       DOUBLE       NULL,
  longitude      DOUBLE       NULL,
  time_zone      VARCHAR(60)  NOT NULL,
  presentation   TEXT         NOT NULL DEFAULT '',
  website        VARCHAR(500) NOT NULL DEFAULT '',
  is_public      BOOLEAN      NOT NULL DEFAULT FALSE,
  created_at     DATETIME(6)  NOT NULL,
  version        INT          NOT NULL DEFAULT 0,
  INDEX cluster_country (country, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
