-- Somebody offers to host a meeting once more, since many wait for a seat; next_meeting is what came of it.
CREATE TABLE meeting_second_session (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id   BIGINT       NOT NULL,
  person_id    BIGINT       NOT NULL,
  words        VARCHAR(500) NOT NULL,
  state        VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  offered_at   DATETIME(6)  NOT NULL,
  next_meeting BIGINT       NULL,
  UNIQUE meeting_second_session_person (meeting_id, person_id),
  INDEX meeting_second_session_next (next_meeting),
  CONSTRAINT meeting_second_session_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_second_session_host FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT meeting_second_session_next FOREIGN KEY (next_meeting) REFERENCES meeting (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
