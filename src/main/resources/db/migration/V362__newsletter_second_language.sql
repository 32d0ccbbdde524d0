-- The opening in the issue's second language; a title there means that an edition in it exists.
ALTER TABLE newsletter_issue
  ADD COLUMN other_title        VARCHAR(200) NOT NULL DEFAULT '' AFTER introduction,
  ADD COLUMN other_introduction TEXT         NOT NULL DEFAULT '' AFTER other_title;
