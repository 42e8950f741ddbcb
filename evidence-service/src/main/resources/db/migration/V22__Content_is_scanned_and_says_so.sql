-- What a scanner found in sealed bytes; one row per blob from the first look on. Only the job named scan writes it.
create table scan (
    blob_id uuid primary key references blob,
    state text not null check (state in ('CLEAN', 'INFECTED', 'NOT_SCANNED')),
    reason text not null,
    signature text,
    engine text,
    scanned_at timestamptz,
    attempts int not null,
    next_at timestamptz,
    lease uuid,
    leased_until timestamptz,
    constraint found_by_an_engine check (state = 'NOT_SCANNED' or engine is not null and scanned_at is not null)
);
create index scan_due on scan (next_at) where state = 'NOT_SCANNED';

-- Two persons of the owner may let content be opened that could not be scanned. There is none for what is infected.
create table scan_override (
    blob_id uuid primary key references blob,
    reason text not null,
    proposed_by text not null,
    proposed_account text not null,
    proposed_agency text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_at timestamptz,
    constraint two_persons check (confirmed_by <> proposed_by)
);

do $$
declare t text;
begin
    foreach t in array array['scan', 'scan_override'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to ${app}', t);
    end loop;
end $$;
create policy with_its_bytes on scan to ${app}
    using (acting_text('system') = 'scan' or exists (select from blob b where b.id = blob_id))
    with check (acting_text('system') = 'scan');
create policy with_its_bytes on scan_override to ${app}
    using (exists (select from blob b where b.id = blob_id))
    with check (confirmed_by is null and proposed_by = acting_text('sub') and proposed_agency = acting_text('agency')
        or confirmed_by = acting_text('sub') and proposed_agency = acting_text('agency'));

-- Takes what is due under a lease, so that no two replicas scan the same bytes, and names one version that holds them.
create function take_to_scan(at timestamptz, until timestamptz, token uuid, most int)
    returns table (blob_id uuid, exhibit_id uuid, n int, case_id uuid, attempts int) language plpgsql security definer
    set search_path = public
    as $$
#variable_conflict use_column
begin
    if acting_text('system') <> 'scan' then
        raise exception 'only the scan takes content' using errcode = 'insufficient_privilege';
    end if;
    return query
    with due as (
        select b.id from blob b left join scan s on s.blob_id = b.id
         where (s.blob_id is null or s.state = 'NOT_SCANNED' and s.next_at <= at)
           and (s.leased_until is null or s.leased_until < at)
           and exists (select from exhibit_version v where v.blob_id = b.id)
         order by b.sealed_at limit most for update of b skip locked),
    taken as (
        insert into scan as s (blob_id, state, reason, attempts, next_at, lease, leased_until)
        select id, 'NOT_SCANNED', 'PENDING', 0, at, token, until from due
        on conflict (blob_id) do update set lease = token, leased_until = until
        returning s.blob_id, s.attempts)
    select t.blob_id, v.exhibit_id, v.n, v.case_id, t.attempts from taken t cross join lateral (
        select x.exhibit_id, x.n, x.case_id from exhibit_version x where x.blob_id = t.blob_id order by x.created_at limit 1) v;
end $$;
revoke all on function take_to_scan(timestamptz, timestamptz, uuid, int) from public;
grant execute on function take_to_scan(timestamptz, timestamptz, uuid, int) to ${app};
