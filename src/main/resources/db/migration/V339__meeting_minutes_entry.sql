-- One note, decision or action of the minutes; each has its own version, so that many people write side by side.
CREATE TABLE meeting_minutes_entry (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT      NOT NULL,
  item_id    BIGINT      NULL,
  kind       VARCHAR(10) NOT NULL,
  words      TEXT        NOT NULL,
  author_id  BIGINT      NOT NULL,
  created_at DATETIME(6) NOT NULL,
  owner_id   BIGINT      NULL,
  due        DATE        NULL,
  done_at    DATETIME(6) NULL,
  removed_at DATETIME(6) NULL,
  version    INT         NOT NULL DEFAULT 0,
  INDEX meeting_minutes_entry_meeting (meeting_id, id),
  INDEX meeting_minutes_entry_owner (owner_id, done_at),
  CONSTRAINT meeting_minutes_entry_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_minutes_entry_item FOREIGN KEY (item_id) REFERENCES meeting_agenda_item (id) ON DELETE SET NULL,
  CONSTRAINT meeting_minutes_entry_author FOREIGN KEY (author_id) REFERENCES person (id),
  CONSTRAINT meeting_minutes_entry_owner FOREIGN KEY (owner_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
