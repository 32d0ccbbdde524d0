-- Members and outsiders of one language get letters of their own: what is for members does not leave the cluster.
ALTER TABLE newsletter_sending
  ADD COLUMN members BOOLEAN NOT NULL DEFAULT TRUE AFTER language,
  DROP PRIMARY KEY,
  ADD PRIMARY KEY (issue_id, language, members);
