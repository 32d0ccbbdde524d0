-- What is asked of those who come. A DIET question asks for consent, and its answers are erased some weeks after.
CREATE TABLE meeting_question (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  kind       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  words      VARCHAR(300) NOT NULL,
  choices    VARCHAR(1000) NOT NULL DEFAULT '',
  place      INT          NOT NULL,
  removed    BOOLEAN      NOT NULL DEFAULT FALSE,
  INDEX meeting_question_place (meeting_id, place),
  CONSTRAINT meeting_question_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
