-- Seats for one company at most, and whether the organiser approves who comes.
ALTER TABLE meeting ADD COLUMN per_company INT NULL, ADD COLUMN approval BOOLEAN NOT NULL DEFAULT FALSE;
