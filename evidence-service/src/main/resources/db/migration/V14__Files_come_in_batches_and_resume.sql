-- A batch: what is said about all of its files, and who may see that they come. Restricted at birth like an exhibit.
create table batch (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null,
    owner text not null,
    title text not null,
    source_type text not null,
    source_url text,
    archived_url text,
    collected_at timestamptz not null,
    languages text[] not null,
    reliability text not null,
    credibility int not null,
    reliance_use text not null,
    media_type text not null,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null,
    created_at timestamptz not null,
    created_by text not null,
    created_account text not null
);
create index batch_of_case on batch (case_id, id);

-- A file on its way: how far it has come, and all that another process needs to go on. The key is wrapped, the tail is
-- sealed, and the digest's state ends with a piece, so that it holds no byte of the content.
create table upload (
    id uuid primary key,
    version bigint not null,
    batch_id uuid not null references batch,
    case_id uuid not null,
    owner text not null,
    name text,
    relative_path text,
    media_type text,
    length bigint not null,
    received bigint not null,
    state text not null,
    reason text,
    blob_id uuid not null,
    wrapped_key bytea not null,
    digest bytea not null,
    tail bytea not null,
    lease uuid,
    lease_until timestamptz,
    exhibit_id uuid references exhibit,
    created_at timestamptz not null,
    created_by text not null,
    created_account text not null,
    clearance text not null,
    expires_at timestamptz not null,
    constraint within_its_length check (received between 0 and length),
    constraint a_failure_has_its_reason check ((state = 'FAILED') = (reason is not null)),
    constraint accepted_is_an_exhibit check ((state = 'ACCEPTED') = (exhibit_id is not null))
);
create index upload_of_batch on upload (batch_id, state, id) include (length, received);
create index upload_under_way on upload (created_by) where state = 'RECEIVING';
create index upload_to_look_after on upload (expires_at) where state in ('RECEIVING', 'FAILED');

-- What an agency has brought or is bringing into a case by uploads; each agency has its own row and sees no other.
create table intake (
    case_id uuid not null,
    owner text not null,
    bytes bigint not null,
    primary key (case_id, owner)
);

do $$
declare t text;
begin
    foreach t in array array['batch', 'upload', 'intake'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
grant update on upload, intake to ${app};

create policy of_my_agency on batch to ${app}
    using (visible(m_level, m_orcon, m_rel_to, m_tlp, m_named, owner, id, case_id, '{}', 'AGENCY', owner))
    with check (true);
-- Whoever sends a file needs no look at the batch; others of the agency see what its marking lets them see.
create policy mine_or_of_my_agency on upload to ${app}
    using (case when acting_text('system') <> '' then claimed(array[id, case_id])
        when created_by = acting_text('sub') then participates(case_id) and not recused_in(case_id)
        else batch_id in (select b.id from batch b) end)
    with check (true);
create policy of_my_agency on intake to ${app}
    using (case when acting_text('system') <> '' then claimed(array[case_id]) else owner = acting_text('agency') end)
    with check (true);

-- Asks once whether the batch is seen, not for each of its files.
create function batch_counts(of_batch uuid) returns table (state text, files bigint, bytes bigint, received bigint)
    language sql stable security definer set search_path = public
    as $$ select u.state, count(*), sum(u.length)::bigint, sum(u.received)::bigint from upload u
        where u.batch_id = of_batch and exists (select from batch b where b.id = of_batch
            and visible(b.m_level, b.m_orcon, b.m_rel_to, b.m_tlp, b.m_named, b.owner, b.id, b.case_id, '{}', 'AGENCY',
                b.owner))
        group by u.state $$;

-- What the jobs have to look after: wholly received but not registered, and expired; ids and for whom, nothing else.
create function uploads_left_whole(most int)
    returns table (id uuid, case_id uuid, owner text, created_by text, created_account text, clearance text)
    language sql stable security definer set search_path = public
    as $$ select u.id, u.case_id, u.owner, u.created_by, u.created_account, u.clearance from upload u
        where acting_text('system') = 'finish-uploads' and u.state = 'RECEIVING' and u.received = u.length
            and u.lease is null and u.expires_at > acting_now()
        order by u.expires_at limit most $$;
create function uploads_expired(most int) returns table (id uuid, case_id uuid)
    language sql stable security definer set search_path = public
    as $$ select u.id, u.case_id from upload u
        where acting_text('system') = 'expire-uploads' and u.state = 'RECEIVING' and u.expires_at <= acting_now()
        order by u.expires_at limit most $$;
revoke all on function batch_counts(uuid), uploads_left_whole(int), uploads_expired(int) from public;
grant execute on function batch_counts(uuid), uploads_left_whole(int), uploads_expired(int) to ${app};
