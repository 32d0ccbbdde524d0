CREATE TABLE mail_letter (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  cluster_id      BIGINT       NULL,
  kind            VARCHAR(60)  NOT NULL,
  subject_ref     VARCHAR(100) NOT NULL,
  from_name       VARCHAR(300) NOT NULL,
  reply_to        VARCHAR(254) NULL,
  subject         VARCHAR(500) NOT NULL,
  body_text       MEDIUMTEXT   NOT NULL,
  body_html       MEDIUMTEXT   NULL,
  calendar_method VARCHAR(20)  NULL,
  calendar        MEDIUMTEXT   NULL,
  headers         TEXT         NOT NULL,
  created_at      DATETIME(6)  NOT NULL,
  INDEX mail_letter_subject (cluster_id, subject_ref),
  CONSTRAINT mail_letter_cluster FOREIGN KEY (cluster_id) REFERENCES cluster (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
