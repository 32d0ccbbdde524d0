-- Files of what was booked together: they stand with each booking of the plan.
ALTER TABLE means_document
  ADD COLUMN plan_id BIGINT NULL AFTER booking_id,
  ADD INDEX means_document_plan (plan_id);
