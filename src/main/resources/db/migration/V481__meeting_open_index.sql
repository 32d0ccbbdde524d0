CREATE INDEX meeting_open ON meeting (cluster_id, is_open, ends);
