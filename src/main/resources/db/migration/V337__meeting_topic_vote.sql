CREATE TABLE meeting_topic_vote (
  topic_id  BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (topic_id, person_id),
  CONSTRAINT meeting_topic_vote_topic FOREIGN KEY (topic_id) REFERENCES meeting_topic (id) ON DELETE CASCADE,
  CONSTRAINT meeting_topic_vote_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
