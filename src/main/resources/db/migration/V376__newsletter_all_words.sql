-- Every word counts in two languages: English stop words would make "on" or "the" unfindable, and so the whole search.
SET STATEMENT innodb_ft_enable_stopword = OFF FOR
ALTER TABLE newsletter_issue ADD FULLTEXT INDEX newsletter_issue_words (title, other_title, plain);
