-- Two people who are introduced, the smaller id first, with the reason; and what each says became of it.
CREATE TABLE meeting_introduction (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  one_id     BIGINT       NOT NULL,
  other_id   BIGINT       NOT NULL,
  reason     VARCHAR(20)  NOT NULL,
  detail     VARCHAR(200) NOT NULL DEFAULT '',
  seeker_id  BIGINT       NULL,
  made_at    DATETIME(6)  NOT NULL,
  one_says   VARCHAR(10)  NULL,
  other_says VARCHAR(10)  NULL,
  UNIQUE meeting_introduction_pair (meeting_id, one_id, other_id),
  INDEX meeting_introduction_one (one_id),
  INDEX meeting_introduction_other (other_id),
  CONSTRAINT meeting_introduction_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_introduction_one FOREIGN KEY (one_id) REFERENCES person (id),
  CONSTRAINT meeting_introduction_other FOREIGN KEY (other_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
