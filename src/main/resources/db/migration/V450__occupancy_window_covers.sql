-- The bars of a timeline need the booking too: without it each would be a further seek in the table itself.
ALTER TABLE occupancy DROP INDEX occupancy_window,
  ADD INDEX occupancy_window (cluster_id, ends, starts, unit_id, booking_id);
