CREATE TABLE reference_cluster (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  country        CHAR(2)      NOT NULL,
  name           VARCHAR(200) NOT NULL,
  kind           VARCHAR(40)  NOT NULL,
  town           VARCHAR(200) NOT NULL,
  latitude       DOUBLE       NOT NULL,
  longitude      DOUBLE       NOT NULL,
  specialisation VARCHAR(200) NOT NULL DEFAULT '',
  UNIQUE reference_cluster_name (country, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
