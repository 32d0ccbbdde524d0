-- The shared means that were booked with a meeting.
CREATE TABLE meeting_plan (
  meeting_id BIGINT NOT NULL PRIMARY KEY,
  plan_id    BIGINT NOT NULL,
  INDEX meeting_plan (plan_id),
  CONSTRAINT meeting_plan_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
