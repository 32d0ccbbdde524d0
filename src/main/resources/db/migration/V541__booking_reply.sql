-- What somebody answered by mail to the calendar entry of their booking: taken in with the message, done in a transaction of
-- the booking protocol right after, once. Undone are those without a time.
CREATE TABLE booking_reply (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id  BIGINT      NOT NULL,
  booking_id  BIGINT      NOT NULL,
  person_id   BIGINT      NOT NULL,
  declined    BOOLEAN     NOT NULL,
  version     INT         NOT NULL,
  received_at DATETIME(6) NOT NULL,
  done_at     DATETIME(6) NULL,
  INDEX booking_reply_done (done_at, id),
  CONSTRAINT booking_reply_booking FOREIGN KEY (booking_id) REFERENCES booking (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
