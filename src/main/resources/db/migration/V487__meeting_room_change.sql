-- That a part of a meeting changed, for the pages that are open on other nodes; rows only, so that nodes never collide.
CREATE TABLE meeting_room_change (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT      NOT NULL,
  part       VARCHAR(10) NOT NULL,
  node       CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at         DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  INDEX meeting_room_change_at (at),
  CONSTRAINT meeting_room_change_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
