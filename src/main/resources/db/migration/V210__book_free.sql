-- The transaction of one booking in one round trip, as the decision record "Booking protocol" says: touch the sequence
-- row, write the booking, take the first free units, tell what happened; rolled back on any error.
-- Answers the booking's id, 0 when the means changed since it was read, -1 when too few units are free.
DELIMITER //
CREATE PROCEDURE book_free (
  p_cluster BIGINT, p_means BIGINT, p_version INT, p_person BIGINT, p_company BIGINT,
  p_starts DATETIME(6), p_ends DATETIME(6), p_from DATETIME(6), p_to DATETIME(6), p_longest DATETIME(6), p_units INT,
  p_purpose VARCHAR(500) CHARACTER SET utf8mb4, p_cost VARCHAR(60) CHARACTER SET utf8mb4,
  p_key VARCHAR(100) CHARACTER SET utf8mb4, p_status VARCHAR(10) CHARACTER SET ascii, p_expires DATETIME(6),
  p_terms BIGINT, p_deed VARCHAR(20) CHARACTER SET ascii, p_now DATETIME(6))
SQL SECURITY INVOKER
BEGIN
  DECLARE booked BIGINT DEFAULT 0;
  DECLARE got INT DEFAULT 0;
  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END;
  START TRANSACTION;
  UPDATE means SET booking_seq = booking_seq + 1 WHERE id = p_means AND cluster_id = p_cluster AND version = p_version;
  IF ROW_COUNT() = 0 THEN
    ROLLBACK;
  ELSE
    INSERT INTO booking (cluster_id, means_id, kind, person_id, organisation_id, starts_at, ends_at, units, purpose,
                         cost_code, status, expires_at, terms_id, idempotency_key, created_at, changed_at)
    VALUES (p_cluster, p_means, 'BOOKING', p_person, p_company, p_starts, p_ends, p_units, p_purpose,
            p_cost, p_status, p_expires, p_terms, p_key, p_now, p_now);
    SET booked = LAST_INSERT_ID();
    FOR one IN (SELECT u.id FROM means_unit u
                WHERE u.means_id = p_means AND u.retired = 0
                  AND NOT EXISTS (SELECT 1 FROM occupancy o
                                  WHERE o.unit_id = u.id AND o.ends > p_from AND o.ends < p_longest AND o.starts < p_to)
                ORDER BY u.position, u.id LIMIT p_units) DO
      INSERT INTO occupancy (cluster_id, unit_id, starts, ends, booking_id) VALUES (p_cluster, one.id, p_from, p_to, booked);
      SET got = got + 1;
    END FOR;
    IF got < p_units THEN
      ROLLBACK;
      SET booked = -1;
    ELSE
      INSERT INTO booking_event (cluster_id, booking_id, means_id, deed, person_id, at)
      VALUES (p_cluster, booked, p_means, p_deed, p_person, p_now);
      COMMIT;
    END IF;
  END IF;
  SELECT booked;
END//
DELIMITER ;
