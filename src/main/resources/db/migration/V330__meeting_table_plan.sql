-- How the tables of a meeting are laid; the seats of each table as numbers with commas.
CREATE TABLE meeting_table_plan (
  meeting_id   BIGINT        NOT NULL PRIMARY KEY,
  seats        VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  courses      INT           NOT NULL,
  mixed_at     DATETIME(6)   NULL,
  published_at DATETIME(6)   NULL,
  version      INT           NOT NULL DEFAULT 0,
  CONSTRAINT meeting_table_plan_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
