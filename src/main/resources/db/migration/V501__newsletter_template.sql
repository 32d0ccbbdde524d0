-- Templates beside the usual one (newsletter_look). One that was put away still dresses the letters that wear it.
CREATE TABLE newsletter_template (
  id           BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id   BIGINT        NOT NULL,
  name         VARCHAR(100)  NOT NULL,
  accent       VARCHAR(20)   NOT NULL,
  logo_id      BIGINT        NULL,
  signature_en VARCHAR(2000) NOT NULL DEFAULT '',
  signature_fr VARCHAR(2000) NOT NULL DEFAULT '',
  retired_at   DATETIME(6)   NULL,
  version      INT           NOT NULL DEFAULT 0,
  INDEX newsletter_template_cluster (cluster_id, retired_at, name),
  CONSTRAINT newsletter_template_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT newsletter_template_logo FOREIGN KEY (logo_id) REFERENCES picture (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
