-- Pages say it in their reader's language.
update proposal set return_text = 'not-escalated-in-time' where return_text = 'Nobody escalated it in time.';
