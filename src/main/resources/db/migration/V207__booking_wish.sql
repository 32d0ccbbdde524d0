-- Who waits for a slot, in order of id. An offer is a held booking; the wish names it.
CREATE TABLE booking_wish (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NOT NULL,
  means_id        BIGINT       NOT NULL,
  person_id       BIGINT       NOT NULL,
  organisation_id BIGINT       NOT NULL,
  starts_at       DATETIME(6)  NOT NULL,
  ends_at         DATETIME(6)  NOT NULL,
  units           INT          NOT NULL,
  purpose         VARCHAR(500) NOT NULL DEFAULT '',
  state           VARCHAR(10)  CHARACTER SET ascii NOT NULL,
  booking_id      BIGINT       NULL,
  created_at      DATETIME(6)  NOT NULL,
  INDEX booking_wish_means (means_id, state, starts_at),
  INDEX booking_wish_person (person_id, state, starts_at),
  INDEX booking_wish_booking (booking_id),
  UNIQUE booking_wish_once (person_id, means_id, starts_at, ends_at),
  CONSTRAINT booking_wish_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
