-- Members are subscribed until they say otherwise: no row means yes.
CREATE TABLE newsletter_subscription (
  cluster_id BIGINT      NOT NULL,
  person_id  BIGINT      NOT NULL,
  subscribed BOOLEAN     NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (cluster_id, person_id),
  CONSTRAINT newsletter_subscription_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT newsletter_subscription_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
