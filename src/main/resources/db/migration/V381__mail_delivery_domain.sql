-- The mail service of a recipient: each gets its own pace.
ALTER TABLE mail_delivery ADD COLUMN domain VARCHAR(254) AS (SUBSTRING_INDEX(address, '@', -1)) VIRTUAL;
