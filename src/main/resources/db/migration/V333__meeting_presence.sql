-- Who was there: members of the cluster and people who just came. A signature is an SVG path of straight lines.
CREATE TABLE meeting_presence (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  person_id  BIGINT       NULL,
  name       VARCHAR(200) NOT NULL,
  company    VARCHAR(200) NOT NULL DEFAULT '',
  email      VARCHAR(254) CHARACTER SET ascii COLLATE ascii_general_ci NULL,
  way        VARCHAR(10)  NOT NULL,
  arrived_at DATETIME(6)  NOT NULL,
  noted_by   BIGINT       NOT NULL,
  signature  TEXT         CHARACTER SET ascii COLLATE ascii_bin NULL,
  signed_at  DATETIME(6)  NULL,
  UNIQUE meeting_presence_person (meeting_id, person_id),
  INDEX meeting_presence_of (person_id),
  CONSTRAINT meeting_presence_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_presence_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
