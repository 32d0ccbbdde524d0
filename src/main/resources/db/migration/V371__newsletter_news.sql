-- What members send for the next letter; once it stands in an issue, issue_id says in which.
CREATE TABLE newsletter_news (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id   BIGINT       NOT NULL,
  person_id    BIGINT       NOT NULL,
  title        VARCHAR(200) NOT NULL,
  words        TEXT         NOT NULL,
  picture_id   BIGINT       NULL,
  alt          VARCHAR(500) NOT NULL DEFAULT '',
  language     CHAR(2)      NOT NULL,
  sent_at      DATETIME(6)  NOT NULL,
  withdrawn_at DATETIME(6)  NULL,
  issue_id     BIGINT       NULL,
  once_key     VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE newsletter_news_once (person_id, once_key),
  INDEX newsletter_news_waiting (cluster_id, issue_id, withdrawn_at),
  CONSTRAINT newsletter_news_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT newsletter_news_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT newsletter_news_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
