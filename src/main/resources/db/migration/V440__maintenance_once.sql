-- The same for every repetition of one request.
ALTER TABLE maintenance_plan ADD COLUMN once_key VARCHAR(100) NULL,
  ADD UNIQUE maintenance_plan_once (person_id, means_id, once_key);
