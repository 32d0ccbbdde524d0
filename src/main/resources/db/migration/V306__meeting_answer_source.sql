-- Where an answer came from, and who recorded it when it was somebody else.
ALTER TABLE meeting_answer
  ADD COLUMN source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PORTAL',
  ADD COLUMN recorded_by BIGINT NULL;
