-- A meeting for a group: whoever joins the group later is invited too.
CREATE TABLE meeting_invited_group (
  meeting_id BIGINT NOT NULL,
  group_id   BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, group_id),
  INDEX meeting_invited_group_group (group_id),
  CONSTRAINT meeting_invited_group_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_invited_group_group FOREIGN KEY (group_id) REFERENCES people_group (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
