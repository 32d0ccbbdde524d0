-- What is wanted at a meeting, and how much of it.
CREATE TABLE meeting_bring_item (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  meeting_id BIGINT       NOT NULL,
  what       VARCHAR(200) NOT NULL,
  wanted     INT          NOT NULL,
  added_by   BIGINT       NOT NULL,
  INDEX meeting_bring_item_meeting (meeting_id),
  CONSTRAINT meeting_bring_item_meeting FOREIGN KEY (meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
