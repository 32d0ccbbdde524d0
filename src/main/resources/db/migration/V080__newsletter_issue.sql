-- `number` is given at publication: Letter 47. `language` is the one the issue is written in.
CREATE TABLE newsletter_issue (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id   BIGINT       NOT NULL,
  number       INT          NULL,
  title        VARCHAR(200) NOT NULL,
  introduction TEXT         NOT NULL,
  language     CHAR(2)      NOT NULL,
  state        VARCHAR(10)  NOT NULL DEFAULT 'DRAFT',
  words        INT          NOT NULL DEFAULT 0,
  author_id    BIGINT       NOT NULL,
  changed_at   DATETIME(6)  NOT NULL,
  tested_at    DATETIME(6)  NULL,
  published_at DATETIME(6)  NULL,
  version      INT          NOT NULL DEFAULT 0,
  UNIQUE newsletter_issue_number (cluster_id, number),
  INDEX newsletter_issue_newest (cluster_id, state, published_at),
  CONSTRAINT newsletter_issue_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT newsletter_issue_author FOREIGN KEY (author_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
