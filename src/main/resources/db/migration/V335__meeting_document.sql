-- What belongs to an item of the agenda: an address, or a file.
CREATE TABLE meeting_document (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  item_id    BIGINT       NOT NULL,
  name       VARCHAR(200) NOT NULL,
  link       VARCHAR(500) NOT NULL DEFAULT '',
  bytes      MEDIUMBLOB   NULL,
  added_by   BIGINT       NOT NULL,
  added_at   DATETIME(6)  NOT NULL,
  INDEX meeting_document_of (meeting_id, item_id),
  CONSTRAINT meeting_document_item FOREIGN KEY (item_id) REFERENCES meeting_agenda_item (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
