-- What a person changed from the usual: a kind of notice, in the portal and by mail.
CREATE TABLE notice_choice (
  person_id BIGINT      NOT NULL,
  kind      VARCHAR(80) CHARACTER SET ascii NOT NULL,
  in_portal BOOLEAN     NOT NULL,
  by_mail   BOOLEAN     NOT NULL,
  PRIMARY KEY (person_id, kind),
  CONSTRAINT notice_choice_person FOREIGN KEY (person_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
