-- Files that belong to a means (manuals, safety sheets) or to one booking (drawings, orders).
CREATE TABLE means_document (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  means_id   BIGINT       NOT NULL,
  booking_id BIGINT       NULL,
  name       VARCHAR(200) NOT NULL,
  media_type VARCHAR(100) CHARACTER SET ascii NOT NULL,
  size       INT          NOT NULL,
  bytes      MEDIUMBLOB   NOT NULL,
  person_id  BIGINT       NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  INDEX means_document_means (means_id, booking_id),
  INDEX means_document_booking (booking_id),
  CONSTRAINT means_document_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
