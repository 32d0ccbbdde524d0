ALTER TABLE newsletter_issue DROP INDEX newsletter_issue_words;
