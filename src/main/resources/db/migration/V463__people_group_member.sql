CREATE TABLE people_group_member (
  group_id  BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (group_id, person_id),
  INDEX people_group_member_person (person_id),
  CONSTRAINT people_group_member_group FOREIGN KEY (group_id) REFERENCES people_group (id) ON DELETE CASCADE,
  CONSTRAINT people_group_member_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
