CREATE TABLE newsletter_block (
  issue_id   BIGINT       NOT NULL,
  position   INT          NOT NULL,
  kind       VARCHAR(20)  NOT NULL,
  title      VARCHAR(200) NOT NULL DEFAULT '',
  body       TEXT         NOT NULL DEFAULT '',
  thing_id   BIGINT       NULL,
  picture_id BIGINT       NULL,
  alt        VARCHAR(500) NOT NULL DEFAULT '',
  PRIMARY KEY (issue_id, position),
  CONSTRAINT newsletter_block_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id) ON DELETE CASCADE,
  CONSTRAINT newsletter_block_picture FOREIGN KEY (picture_id) REFERENCES picture (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
