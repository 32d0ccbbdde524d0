-- Old notices are forgotten by their age.
ALTER TABLE notice ADD INDEX notice_age (created_at);
