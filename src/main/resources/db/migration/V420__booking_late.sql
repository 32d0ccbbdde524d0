-- Given back after the owner's term for giving back freely had passed.
ALTER TABLE booking ADD COLUMN late TINYINT(1) NOT NULL DEFAULT 0;
