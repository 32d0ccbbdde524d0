-- What an issue says, as plain text in all its languages, for the search through the archive.
ALTER TABLE newsletter_issue
  ADD COLUMN plain MEDIUMTEXT NOT NULL DEFAULT '',
  ADD FULLTEXT INDEX newsletter_issue_words (title, plain);
