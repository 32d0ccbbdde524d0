-- How many asked for a cluster's letters within an hour.
CREATE INDEX newsletter_outsider_asked ON newsletter_outsider (cluster_id, asked_at);
