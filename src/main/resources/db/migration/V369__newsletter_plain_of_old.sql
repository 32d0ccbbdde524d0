UPDATE newsletter_issue i SET plain = CONCAT_WS('\n', introduction,
  (SELECT GROUP_CONCAT(CONCAT_WS('\n', title, body, alt) ORDER BY position SEPARATOR '\n') FROM newsletter_block b
   WHERE b.issue_id = i.id)) WHERE plain = '';
