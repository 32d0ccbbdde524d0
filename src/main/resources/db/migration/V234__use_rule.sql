-- How a means is handed over; no row means that nobody checks in.
CREATE TABLE use_rule (
  means_id        BIGINT      NOT NULL PRIMARY KEY,
  check_in        BOOLEAN     NOT NULL,
  no_show_minutes INT         NOT NULL,
  owner_confirms  BOOLEAN     NOT NULL,
  meter           VARCHAR(20) NOT NULL,
  instructions    TEXT        NOT NULL DEFAULT '',
  version         INT         NOT NULL DEFAULT 0,
  CONSTRAINT use_rule_means FOREIGN KEY (means_id) REFERENCES means (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
