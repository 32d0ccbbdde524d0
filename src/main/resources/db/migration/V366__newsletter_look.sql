-- How a cluster's letters look and leave: colour, logo, signature in both languages, a second pair of eyes, the archive.
CREATE TABLE newsletter_look (
  cluster_id     BIGINT        NOT NULL PRIMARY KEY,
  accent         VARCHAR(20)   NOT NULL DEFAULT 'GLASS',
  logo_id        BIGINT        NULL,
  signature_en   VARCHAR(2000) NOT NULL DEFAULT '',
  signature_fr   VARCHAR(2000) NOT NULL DEFAULT '',
  approval       BOOLEAN       NOT NULL DEFAULT FALSE,
  public_archive BOOLEAN       NOT NULL DEFAULT FALSE,
  version        INT           NOT NULL DEFAULT 0,
  CONSTRAINT newsletter_look_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT newsletter_look_logo FOREIGN KEY (logo_id) REFERENCES picture (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
