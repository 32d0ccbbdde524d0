-- Who can be recognised in a photo.
CREATE TABLE meeting_photo_person (
  photo_id  BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (photo_id, person_id),
  INDEX meeting_photo_person_person (person_id),
  CONSTRAINT meeting_photo_person_photo FOREIGN KEY (photo_id) REFERENCES meeting_photo (id) ON DELETE CASCADE,
  CONSTRAINT meeting_photo_person_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
