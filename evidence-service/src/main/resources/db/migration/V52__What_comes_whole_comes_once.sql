-- Whether a small file is here already whose sender got no answer, by its digest.
create index upload_come_whole on upload (batch_id, digest) where state = 'ACCEPTED';
