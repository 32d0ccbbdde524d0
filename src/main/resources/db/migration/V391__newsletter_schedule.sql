-- When a draft is to be published by itself, and who said so.
ALTER TABLE newsletter_issue
  ADD COLUMN scheduled_at DATETIME(6) NULL,
  ADD COLUMN scheduled_by BIGINT NULL,
  ADD INDEX newsletter_issue_scheduled (scheduled_at);
