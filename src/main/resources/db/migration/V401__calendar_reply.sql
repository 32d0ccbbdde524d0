-- The newest answer by mail of each person, by SEQUENCE and DTSTAMP: what is not newer changes nothing.
CREATE TABLE calendar_reply (
  uid         VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recurrence  VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id   BIGINT       NOT NULL,
  sequence    INT          NOT NULL,
  stamp       DATETIME(6)  NULL,
  recorded_at DATETIME(6)  NULL,
  PRIMARY KEY (uid, recurrence, person_id),
  INDEX calendar_reply_person (person_id),
  CONSTRAINT calendar_reply_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
