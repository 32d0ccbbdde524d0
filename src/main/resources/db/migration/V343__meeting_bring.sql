CREATE TABLE meeting_bring (
  item_id   BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  number    INT    NOT NULL,
  PRIMARY KEY (item_id, person_id),
  CONSTRAINT meeting_bring_item FOREIGN KEY (item_id) REFERENCES meeting_bring_item (id) ON DELETE CASCADE,
  CONSTRAINT meeting_bring_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
