-- Bytes that were kept already when an exhibit brought them again are scanned once more for its custody: an entry about the earlier
-- scan would tell that they had come before. A version waits here until that is done, and until the first scan of its bytes is.
create table scan_again (
    version_id uuid primary key references exhibit_version deferrable initially deferred,
    blob_id uuid not null references blob,
    attempts int not null,
    next_at timestamptz not null,
    lease uuid,
    leased_until timestamptz
);
create index scan_again_due on scan_again (next_at);
alter table scan_again enable row level security;
alter table scan_again force row level security;
create policy owner_reads on scan_again to ${owner} using (true) with check (true);
create policy by_whoever_brings_them on scan_again for insert to ${app}
    with check (exists (select from blob b where b.id = blob_id and b.owner = acting_text('agency')));
create policy by_the_scan on scan_again to ${app} using (acting_text('system') = 'scan') with check (acting_text('system') = 'scan');
grant select, insert, update, delete on scan_again to ${app};

create function take_to_scan_again(at timestamptz, until timestamptz, token uuid, most int)
    returns table (blob_id uuid, exhibit_id uuid, n int, case_id uuid, attempts int, version_id uuid) language plpgsql security definer
    set search_path = public
    as $$
#variable_conflict use_column
begin
    if acting_text('system') <> 'scan' then
        raise exception 'only the scan takes content' using errcode = 'insufficient_privilege';
    end if;
    delete from scan_again a using blob b where b.id = a.blob_id and b.wrapped_key is null;
    return query
    with due as (
        select a.version_id from scan_again a
         where a.next_at <= at and (a.leased_until is null or a.leased_until < at) and not frozen_bytes(a.blob_id)
           and exists (select from scan s where s.blob_id = a.blob_id and s.next_at is null and s.lease is null)
         order by a.next_at limit most for update skip locked),
    taken as (
        update scan_again a set lease = token, leased_until = until from due where a.version_id = due.version_id
        returning a.version_id, a.attempts)
    select v.blob_id, v.exhibit_id, v.n, v.case_id, t.attempts, t.version_id from taken t join exhibit_version v on v.id = t.version_id;
end $$;
revoke all on function take_to_scan_again(timestamptz, timestamptz, uuid, int) from public;
grant execute on function take_to_scan_again(timestamptz, timestamptz, uuid, int) to ${app};
