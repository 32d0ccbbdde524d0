-- Who must not, or wants to, sit together, and who is host at a table.
CREATE TABLE meeting_table_wish (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT      NOT NULL,
  kind       VARCHAR(10) NOT NULL,
  person_id  BIGINT      NOT NULL,
  other_id   BIGINT      NULL,
  INDEX meeting_table_wish_meeting (meeting_id),
  CONSTRAINT meeting_table_wish_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_table_wish_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT meeting_table_wish_other FOREIGN KEY (other_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
