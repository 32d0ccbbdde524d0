-- What readers write back to who wrote the letter; for its writers' eyes only.
CREATE TABLE newsletter_reply (
  id        BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  issue_id  BIGINT        NOT NULL,
  person_id BIGINT        NOT NULL,
  words     VARCHAR(5000) NOT NULL,
  at        DATETIME(6)   NOT NULL,
  once_key  VARCHAR(60)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE newsletter_reply_once (person_id, once_key),
  INDEX newsletter_reply_issue (issue_id, id),
  CONSTRAINT newsletter_reply_issue FOREIGN KEY (issue_id) REFERENCES newsletter_issue (id),
  CONSTRAINT newsletter_reply_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
