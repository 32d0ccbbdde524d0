-- A booking may be held for a while, asked for, or answered with another time; each lapses at expires_at.
ALTER TABLE booking
  ADD COLUMN expires_at  DATETIME(6)  NULL,
  ADD COLUMN approved_at DATETIME(6)  NULL,
  ADD COLUMN cost_code   VARCHAR(60)  NOT NULL DEFAULT '',
  ADD COLUMN word        VARCHAR(500) NOT NULL DEFAULT '',
  ADD COLUMN terms_id    BIGINT       NULL,
  ADD COLUMN plan_id     BIGINT       NULL,
  ADD INDEX booking_expiry (expires_at),
  ADD INDEX booking_plan (plan_id);
