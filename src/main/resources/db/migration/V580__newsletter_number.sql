-- How many letters a cluster has published. A row of its own, so that publishing locks nothing that others refer to.
CREATE TABLE newsletter_number (
  cluster_id BIGINT NOT NULL PRIMARY KEY,
  last       INT    NOT NULL
) SELECT cluster_id, MAX(number) AS last FROM newsletter_issue WHERE number IS NOT NULL GROUP BY cluster_id;
