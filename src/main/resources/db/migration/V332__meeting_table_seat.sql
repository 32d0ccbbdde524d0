CREATE TABLE meeting_table_seat (
  meeting_id   BIGINT NOT NULL,
  course       INT    NOT NULL,
  person_id    BIGINT NOT NULL,
  table_number INT    NOT NULL,
  PRIMARY KEY (meeting_id, course, person_id),
  INDEX meeting_table_seat_person (person_id),
  CONSTRAINT meeting_table_seat_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_table_seat_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
