-- People who are no members of the cluster, invited to one meeting by e-mail. They answer by a signed link.
CREATE TABLE meeting_guest (
  meeting_id BIGINT       NOT NULL,
  person_id  BIGINT       NOT NULL,
  company    VARCHAR(200) NOT NULL DEFAULT '',
  invited_by BIGINT       NOT NULL,
  invited_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_guest_person (person_id),
  CONSTRAINT meeting_guest_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_guest_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
