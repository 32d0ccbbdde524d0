-- How many guests somebody invited within a day.
CREATE INDEX meeting_guest_by ON meeting_guest (invited_by, invited_at);
