CREATE TABLE meeting_ride_seat (
  meeting_id BIGINT NOT NULL,
  person_id  BIGINT NOT NULL,
  ride_id    BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  INDEX meeting_ride_seat_ride (ride_id),
  CONSTRAINT meeting_ride_seat_ride FOREIGN KEY (ride_id) REFERENCES meeting_ride (id) ON DELETE CASCADE,
  CONSTRAINT meeting_ride_seat_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
