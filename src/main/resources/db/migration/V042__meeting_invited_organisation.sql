CREATE TABLE meeting_invited_organisation (
  meeting_id      BIGINT NOT NULL,
  organisation_id BIGINT NOT NULL,
  PRIMARY KEY (meeting_id, organisation_id),
  INDEX meeting_invited_organisation (organisation_id),
  CONSTRAINT meeting_invited_organisation_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_invited_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
