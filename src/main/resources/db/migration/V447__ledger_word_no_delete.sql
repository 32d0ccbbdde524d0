-- Nothing of give and take is ever edited or taken away: a mistake is corrected by a further row.
CREATE TRIGGER ledger_word_no_delete BEFORE DELETE ON ledger_word FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'ledger_word is only ever added to';
