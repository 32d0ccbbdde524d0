UPDATE newsletter_block SET block_id = CONCAT('b', position) WHERE block_id = '';
