CREATE TABLE means_unit (
  id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  means_id BIGINT       NOT NULL,
  position INT          NOT NULL,
  name     VARCHAR(200) NOT NULL,
  retired  BOOLEAN      NOT NULL DEFAULT FALSE,
  INDEX means_unit_means (means_id, retired, position),
  CONSTRAINT means_unit_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
