-- A deed that could not be told many times is set aside, so that what happened to its booking afterwards is told.
ALTER TABLE booking_event ADD COLUMN set_aside_at DATETIME(6) NULL;
