-- Files of a batch in the order in which they were announced, whatever became of them: without it a page sorts all of them.
create index upload_in_batch on upload (batch_id, id);
