-- Whether the booked time is charged when nobody came.
ALTER TABLE tariff ADD COLUMN no_show TINYINT(1) NOT NULL DEFAULT 0;
