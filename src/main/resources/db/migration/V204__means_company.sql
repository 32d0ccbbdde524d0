-- Companies that may book a means lent to chosen ones only, and those whose requests need no answer.
CREATE TABLE means_company (
  means_id        BIGINT  NOT NULL,
  organisation_id BIGINT  NOT NULL,
  may_book        BOOLEAN NOT NULL,
  trusted         BOOLEAN NOT NULL,
  PRIMARY KEY (means_id, organisation_id),
  CONSTRAINT means_company_means FOREIGN KEY (means_id) REFERENCES means (id),
  CONSTRAINT means_company_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
