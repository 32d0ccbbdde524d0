-- What people say to an idea; kept through all later stages.
CREATE TABLE meeting_interest (
  meeting_id BIGINT      NOT NULL,
  person_id  BIGINT      NOT NULL,
  interest   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at         DATETIME(6) NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_interest_person (person_id),
  CONSTRAINT meeting_interest_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_interest_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
