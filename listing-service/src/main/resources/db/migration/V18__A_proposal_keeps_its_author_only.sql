-- Who submitted it and under which account stands in the journal and in the revision; nothing ever read these.
alter table proposal drop column author_account, drop column submitter;
