-- An object store goes on with a multipart upload by its id and the parts that it has.
alter table upload add column place text not null default '';
