-- As the organiser typed it: what an account says of the address elsewhere is not theirs to know.
ALTER TABLE meeting_guest ADD COLUMN name VARCHAR(200) NULL AFTER person_id;
