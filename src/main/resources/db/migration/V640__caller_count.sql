-- How often something was asked for without signing in, by the address of the caller, within an hour. Forgotten after it.
CREATE TABLE caller_count (
  purpose VARCHAR(40) CHARACTER SET ascii NOT NULL,
  caller  VARCHAR(45) CHARACTER SET ascii NOT NULL,
  hour    DATETIME    NOT NULL,
  calls   INT         NOT NULL,
  PRIMARY KEY (purpose, caller, hour),
  KEY caller_count_age (hour)
);
