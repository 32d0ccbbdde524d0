CREATE TABLE means_capability (
  means_id BIGINT       NOT NULL,
  label    VARCHAR(100) NOT NULL,
  PRIMARY KEY (means_id, label),
  INDEX means_capability_label (label),
  CONSTRAINT means_capability_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
