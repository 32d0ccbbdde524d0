-- Searches that found nothing: one a person, day and wish, so that trying again counts once.
CREATE TABLE unmet_search (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NOT NULL,
  person_id       BIGINT       NOT NULL,
  organisation_id BIGINT       NULL,
  searched_on     DATE         NOT NULL,
  wish            VARCHAR(100) NOT NULL,
  minutes         INT          NOT NULL,
  UNIQUE unmet_search_once (person_id, cluster_id, searched_on, wish),
  INDEX unmet_search_cluster (cluster_id, searched_on)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
