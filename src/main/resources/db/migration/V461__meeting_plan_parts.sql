-- A plan of means may serve several dates of a series, and a meeting may have several plans: each remembers its own start.
ALTER TABLE meeting_plan ADD COLUMN starts DATETIME(6) NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (meeting_id, plan_id);
