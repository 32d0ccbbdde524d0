-- What is talked about, in order; a removed row waits to be put back. When it began and ended is noted live.
CREATE TABLE meeting_agenda_item (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  position   INT          NOT NULL,
  title      VARCHAR(200) NOT NULL,
  minutes    INT          NOT NULL,
  owner_id   BIGINT       NULL,
  notes      TEXT         NOT NULL DEFAULT '',
  topic_id   BIGINT       NULL,
  began_at   DATETIME(6)  NULL,
  ended_at   DATETIME(6)  NULL,
  removed_at DATETIME(6)  NULL,
  version    INT          NOT NULL DEFAULT 0,
  INDEX meeting_agenda_item_order (meeting_id, position),
  INDEX meeting_agenda_item_topic (topic_id),
  CONSTRAINT meeting_agenda_item_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
  CONSTRAINT meeting_agenda_item_owner FOREIGN KEY (owner_id) REFERENCES person (id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
