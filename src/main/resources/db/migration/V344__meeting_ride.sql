-- Free seats in a car, by the place it leaves from. Erased a day after the meeting.
CREATE TABLE meeting_ride (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  driver_id  BIGINT       NOT NULL,
  leaves     VARCHAR(200) NOT NULL,
  leaves_at  TIME         NULL,
  seats      INT          NOT NULL,
  UNIQUE meeting_ride_once (meeting_id, driver_id),
  CONSTRAINT meeting_ride_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_ride_driver FOREIGN KEY (driver_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
