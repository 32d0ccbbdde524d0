-- Blocks keep their name when they are moved, may be answered, and may be written in both languages of an issue.
ALTER TABLE newsletter_block
  ADD COLUMN block_id    VARCHAR(16)   NOT NULL DEFAULT '' AFTER position,
  ADD COLUMN more        TEXT          NOT NULL DEFAULT '' AFTER body,
  ADD COLUMN decorative  BOOLEAN       NOT NULL DEFAULT FALSE,
  ADD COLUMN link        VARCHAR(1000) NOT NULL DEFAULT '',
  ADD COLUMN answers     VARCHAR(60)   NOT NULL DEFAULT '',
  ADD COLUMN other_title VARCHAR(200)  NOT NULL DEFAULT '',
  ADD COLUMN other_body  TEXT          NOT NULL DEFAULT '',
  ADD COLUMN other_more  TEXT          NOT NULL DEFAULT '',
  ADD COLUMN other_alt   VARCHAR(500)  NOT NULL DEFAULT '';
