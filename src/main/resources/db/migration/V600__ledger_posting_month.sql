-- Whose account moved in a month.
ALTER TABLE ledger_posting ADD INDEX ledger_posting_month (cluster_id, posted_at, organisation_id);
