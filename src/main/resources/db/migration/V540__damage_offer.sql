-- What the owner of a damaged unit offers to somebody whose booking it hits: one offer a booking, until it is answered.
CREATE TABLE damage_offer (
  booking_id BIGINT      NOT NULL PRIMARY KEY,
  cluster_id BIGINT      NOT NULL,
  damage_id  BIGINT      NOT NULL,
  means_id   BIGINT      NOT NULL,
  starts_at  DATETIME(6) NOT NULL,
  ends_at    DATETIME(6) NOT NULL,
  person_id  BIGINT      NOT NULL,
  offered_at DATETIME(6) NOT NULL,
  INDEX damage_offer_damage (damage_id),
  CONSTRAINT damage_offer_booking FOREIGN KEY (booking_id) REFERENCES booking (id),
  CONSTRAINT damage_offer_of FOREIGN KEY (damage_id) REFERENCES damage (id),
  CONSTRAINT damage_offer_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
