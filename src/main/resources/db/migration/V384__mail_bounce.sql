-- What mail servers reported back (RFC 3464), one row a delivery and kind.
CREATE TABLE mail_bounce (
  delivery_id BIGINT       NOT NULL,
  hard        BOOLEAN      NOT NULL,
  address     VARCHAR(254) NOT NULL,
  status      VARCHAR(20)  NOT NULL,
  diagnostic  VARCHAR(500) NOT NULL,
  reported_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (delivery_id, hard),
  INDEX mail_bounce_address (address, reported_at),
  CONSTRAINT mail_bounce_delivery FOREIGN KEY (delivery_id) REFERENCES mail_delivery (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
