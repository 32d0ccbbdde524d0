-- The guarantee: one row a unit and blocked period (set-up and tear-down included), no two of which overlap.
CREATE TABLE occupancy (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT      NOT NULL,
  unit_id    BIGINT      NOT NULL,
  starts     DATETIME(6) NOT NULL,
  ends       DATETIME(6) NOT NULL,
  booking_id BIGINT      NOT NULL,
  PERIOD FOR blocked (starts, ends),
  UNIQUE occupancy_free (unit_id, blocked WITHOUT OVERLAPS),
  INDEX occupancy_booking (booking_id),
  INDEX occupancy_window (cluster_id, ends, starts, unit_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
