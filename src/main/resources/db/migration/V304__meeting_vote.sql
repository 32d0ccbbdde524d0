CREATE TABLE meeting_vote (
  option_id BIGINT      NOT NULL,
  person_id BIGINT      NOT NULL,
  suits     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at        DATETIME(6) NOT NULL,
  PRIMARY KEY (option_id, person_id),
  INDEX meeting_vote_person (person_id),
  CONSTRAINT meeting_vote_option FOREIGN KEY (option_id) REFERENCES meeting_option (id) ON DELETE CASCADE,
  CONSTRAINT meeting_vote_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
