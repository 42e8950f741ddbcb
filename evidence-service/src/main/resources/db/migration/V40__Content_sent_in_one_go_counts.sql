-- What was sent in one go before it counted: all that is held and did not come as a file of a batch.
insert into intake as i (case_id, owner, bytes)
    select v.case_id, v.originator, sum(v.size) from exhibit_version v
    where v.blob_id is not null
        and not (v.n = 1 and exists (select from upload u where u.exhibit_id = v.exhibit_id and u.state = 'ACCEPTED'))
    group by v.case_id, v.originator
    on conflict (case_id, owner) do update set bytes = i.bytes + excluded.bytes;

-- What an agency said last in a case is what its next form begins with.
create index exhibit_version_of_originator on exhibit_version (case_id, originator, id);
