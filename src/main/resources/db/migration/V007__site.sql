CREATE TABLE site (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NOT NULL,
  organisation_id BIGINT       NOT NULL,
  name            VARCHAR(200) NOT NULL,
  address         VARCHAR(500) NOT NULL DEFAULT '',
  town            VARCHAR(200) NOT NULL DEFAULT '',
  latitude        DOUBLE       NULL,
  longitude       DOUBLE       NULL,
  is_main         BOOLEAN      NOT NULL DEFAULT FALSE,
  version         INT          NOT NULL DEFAULT 0,
  -- At most one main site an organisation: NULLs never collide.
  main_key        TINYINT      GENERATED ALWAYS AS (IF(is_main, 1, NULL)) STORED,
  UNIQUE site_main (organisation_id, main_key),
  INDEX site_cluster (cluster_id, organisation_id),
  CONSTRAINT site_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT site_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
