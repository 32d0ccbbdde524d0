CREATE TABLE membership (
  cluster_id      BIGINT      NOT NULL,
  person_id       BIGINT      NOT NULL,
  organisation_id BIGINT      NULL,
  role            VARCHAR(20) NOT NULL,
  since           DATETIME(6) NOT NULL,
  PRIMARY KEY (cluster_id, person_id),
  INDEX membership_person (person_id),
  INDEX membership_organisation (organisation_id),
  INDEX membership_newest (cluster_id, since),
  CONSTRAINT membership_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id),
  CONSTRAINT membership_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT membership_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
