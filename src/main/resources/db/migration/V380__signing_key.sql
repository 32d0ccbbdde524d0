-- The key signs the links of every module now, not only those in letters.
ALTER TABLE newsletter_key RENAME TO signing_key;
