CREATE TABLE reference_count (
  country    CHAR(2)      NOT NULL,
  kind       VARCHAR(100) NOT NULL,
  identified INT          NOT NULL,
  PRIMARY KEY (country, kind)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
