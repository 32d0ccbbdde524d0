-- Who wants to be introduced at a meeting, and what they look for: names of competences, one a line.
CREATE TABLE meeting_introduction_wish (
  meeting_id BIGINT        NOT NULL,
  person_id  BIGINT        NOT NULL,
  seeks      VARCHAR(2000) NOT NULL DEFAULT '',
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_introduction_wish_person (person_id),
  CONSTRAINT meeting_introduction_wish_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_introduction_wish_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
