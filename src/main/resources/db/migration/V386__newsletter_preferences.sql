-- What a member wants: how often, in which language (null: the one of their account), about what.
ALTER TABLE newsletter_subscription
  ADD COLUMN frequency VARCHAR(12) CHARACTER SET ascii NOT NULL DEFAULT 'EACH',
  ADD COLUMN language CHAR(2) CHARACTER SET ascii NULL,
  ADD COLUMN topics VARCHAR(100) CHARACTER SET ascii NOT NULL DEFAULT '';
