-- The blackout that holds a damaged unit until its owner releases it: what is given back meanwhile falls to it.
ALTER TABLE means_unit ADD COLUMN blocked_by BIGINT NULL;
