CREATE INDEX meeting_minutes_released ON meeting_minutes (state, released_at);
