-- What happened to a booking, in order, for ever; written in the transaction of the deed. Told are those that the
-- listeners of other packages have dealt with.
CREATE TABLE booking_event (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id BIGINT       NOT NULL,
  booking_id BIGINT       NOT NULL,
  means_id   BIGINT       NOT NULL,
  deed       VARCHAR(20)  CHARACTER SET ascii NOT NULL,
  person_id  BIGINT       NULL,
  at         DATETIME(6)  NOT NULL,
  detail     VARCHAR(500) NOT NULL DEFAULT '',
  told       BOOLEAN      NOT NULL DEFAULT FALSE,
  INDEX booking_event_booking (booking_id, id),
  INDEX booking_event_told (told, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
