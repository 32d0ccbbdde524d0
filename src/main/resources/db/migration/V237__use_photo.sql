CREATE TABLE use_photo (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  booking_id BIGINT      NULL,
  damage_id  BIGINT      NULL,
  stage      VARCHAR(10) NOT NULL,
  picture_id BIGINT      NOT NULL,
  INDEX use_photo_booking (booking_id),
  INDEX use_photo_damage (damage_id),
  CONSTRAINT use_photo_picture FOREIGN KEY (picture_id) REFERENCES picture (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
