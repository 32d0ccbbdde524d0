-- Some deeds are done by the portal itself when their time has come: nobody's name stands beside them.
ALTER TABLE audit MODIFY person_id BIGINT NULL;
