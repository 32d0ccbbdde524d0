-- To whom an issue goes (JSON; null: to everybody) and in which template (null: the usual one).
ALTER TABLE newsletter_issue
  ADD COLUMN segment     TEXT   NULL,
  ADD COLUMN template_id BIGINT NULL;
