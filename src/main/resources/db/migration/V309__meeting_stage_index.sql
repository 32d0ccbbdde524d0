-- Ideas and polls of a cluster.
CREATE INDEX meeting_stage ON meeting (cluster_id, stage, id);
