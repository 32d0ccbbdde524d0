-- Who asked for what, kept for ever. What blocks a unit stands in occupancy.
CREATE TABLE booking (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NOT NULL,
  means_id        BIGINT       NOT NULL,
  kind            VARCHAR(10)  NOT NULL,
  person_id       BIGINT       NOT NULL,
  organisation_id BIGINT       NOT NULL,
  starts_at       DATETIME(6)  NOT NULL,
  ends_at         DATETIME(6)  NOT NULL,
  units           INT          NOT NULL,
  purpose         VARCHAR(500) NOT NULL DEFAULT '',
  status          VARCHAR(10)  NOT NULL,
  idempotency_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  changed_at      DATETIME(6)  NOT NULL,
  version         INT          NOT NULL DEFAULT 0,
  UNIQUE booking_key (person_id, idempotency_key),
  INDEX booking_person (person_id, ends_at),
  INDEX booking_organisation (organisation_id, ends_at),
  INDEX booking_means (means_id, ends_at),
  CONSTRAINT booking_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
