-- Nothing of give and take is ever edited or taken away: a mistake is corrected by a further row.
CREATE TRIGGER tariff_no_delete BEFORE DELETE ON tariff FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'tariff is only ever added to';
