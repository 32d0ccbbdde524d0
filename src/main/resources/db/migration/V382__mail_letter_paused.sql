-- While a letter is paused its queued deliveries are PAUSED.
ALTER TABLE mail_letter ADD COLUMN paused BOOLEAN NOT NULL DEFAULT FALSE;
