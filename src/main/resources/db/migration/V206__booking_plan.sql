-- Bookings that were made together, all or none: several means at once, or a series.
CREATE TABLE booking_plan (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NOT NULL,
  person_id       BIGINT       NOT NULL,
  organisation_id BIGINT       NOT NULL,
  rule            VARCHAR(500) NOT NULL DEFAULT '',
  idempotency_key VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  UNIQUE booking_plan_key (person_id, idempotency_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
