-- What happened with a booking: taken and given back by the booker, each confirmed by the owner.
CREATE TABLE booking_use (
  booking_id     BIGINT       NOT NULL PRIMARY KEY,
  cluster_id     BIGINT       NOT NULL,
  means_id       BIGINT       NOT NULL,
  checked_in_at  DATETIME(6)  NULL,
  checked_in_by  BIGINT       NULL,
  checked_out_at DATETIME(6)  NULL,
  checked_out_by BIGINT       NULL,
  given_at       DATETIME(6)  NULL,
  given_by       BIGINT       NULL,
  returned_at    DATETIME(6)  NULL,
  returned_by    BIGINT       NULL,
  meter_start    DECIMAL(12,1) NULL,
  meter_end      DECIMAL(12,1) NULL,
  used_minutes   INT          NULL,
  note_in        VARCHAR(500) NOT NULL DEFAULT '',
  note_out       VARCHAR(500) NOT NULL DEFAULT '',
  no_show_at     DATETIME(6)  NULL,
  settled_at     DATETIME(6)  NULL,
  INDEX booking_use_open (settled_at, checked_out_at),
  INDEX booking_use_means (means_id, checked_in_at),
  CONSTRAINT booking_use_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
