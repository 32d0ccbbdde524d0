CREATE TABLE maintenance_occurrence (
  plan_id    BIGINT      NOT NULL,
  starts_at  DATETIME(6) NOT NULL,
  booking_id BIGINT      NULL,
  state      VARCHAR(10) NOT NULL,
  PRIMARY KEY (plan_id, starts_at),
  INDEX maintenance_occurrence_booking (booking_id),
  CONSTRAINT maintenance_occurrence_plan FOREIGN KEY (plan_id) REFERENCES maintenance_plan (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
