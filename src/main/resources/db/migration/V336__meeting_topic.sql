-- What members want to talk about. It is open until an item of an agenda treats it: nothing here says so.
CREATE TABLE meeting_topic (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id   BIGINT       NOT NULL,
  title        VARCHAR(200) NOT NULL,
  why          VARCHAR(2000) NOT NULL DEFAULT '',
  proposed_by  BIGINT       NOT NULL,
  proposed_at  DATETIME(6)  NOT NULL,
  withdrawn_at DATETIME(6)  NULL,
  INDEX meeting_topic_cluster (cluster_id, withdrawn_at),
  CONSTRAINT meeting_topic_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT meeting_topic_person FOREIGN KEY (proposed_by) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
