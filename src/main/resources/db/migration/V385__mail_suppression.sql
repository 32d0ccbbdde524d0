-- Addresses that get no list mail any more, on the whole site.
CREATE TABLE mail_suppression (
  address VARCHAR(254) NOT NULL PRIMARY KEY,
  reason  VARCHAR(20) CHARACTER SET ascii NOT NULL,
  detail  VARCHAR(500) NOT NULL,
  since   DATETIME(6)  NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
