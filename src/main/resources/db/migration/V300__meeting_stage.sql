-- How far it has come: IDEA, DATES, CONFIRMED, FOLLOW_UP. That it was held follows from the clock.
ALTER TABLE meeting ADD COLUMN stage VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'CONFIRMED';
