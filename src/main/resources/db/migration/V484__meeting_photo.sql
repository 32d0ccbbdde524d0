-- Photos of a meeting. The pictures belong to no cluster, so nobody gets them by their number.
CREATE TABLE meeting_photo (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  by_id      BIGINT       NOT NULL,
  large_id   BIGINT       NULL,
  small_id   BIGINT       NULL,
  width      INT          NOT NULL,
  height     INT          NOT NULL,
  caption    VARCHAR(300) NOT NULL DEFAULT '',
  added_at   DATETIME(6)  NOT NULL,
  told_at    DATETIME(6)  NULL,
  removed_at DATETIME(6)  NULL,
  removed_by BIGINT       NULL,
  INDEX meeting_photo_meeting (meeting_id, id),
  INDEX meeting_photo_removed (removed_at),
  INDEX meeting_photo_added (added_at),
  CONSTRAINT meeting_photo_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_photo_by FOREIGN KEY (by_id) REFERENCES person (id),
  CONSTRAINT meeting_photo_large FOREIGN KEY (large_id) REFERENCES picture (id) ON DELETE SET NULL,
  CONSTRAINT meeting_photo_small FOREIGN KEY (small_id) REFERENCES picture (id) ON DELETE SET NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
