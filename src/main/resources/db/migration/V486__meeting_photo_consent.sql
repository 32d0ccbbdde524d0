-- Whether somebody agrees that members see the photos of a meeting in which they can be recognised.
CREATE TABLE meeting_photo_consent (
  meeting_id BIGINT      NOT NULL,
  person_id  BIGINT      NOT NULL,
  agrees     BOOLEAN     NOT NULL,
  said_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (meeting_id, person_id),
  CONSTRAINT meeting_photo_consent_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_photo_consent_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
