-- Nothing of give and take is ever edited or taken away: a mistake is corrected by a further row.
CREATE TRIGGER ledger_line_no_update BEFORE UPDATE ON ledger_line FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_line is only ever added to';
