-- A batch into which a container was opened takes no other files.
alter table batch add column container uuid references exhibit_version;

-- One opening per version of a container: what becomes of it, who asked for it, and which replica is at it.
create table opening (
    batch_id uuid primary key references batch,
    container uuid not null unique references exhibit_version,
    exhibit_id uuid not null,
    n int not null,
    case_id uuid not null,
    owner text not null,
    kind text not null check (kind in ('ZIP', 'MAIL', 'OUTLOOK')),
    state text not null check (state in ('WAITING', 'OPENED', 'REFUSED')),
    reason text,
    depth int not null,
    attempts int not null,
    asked_at timestamptz not null,
    asked_by text not null,
    asked_account text not null,
    clearance text not null,
    done_at timestamptz,
    lease uuid,
    leased_until timestamptz,
    constraint refused_for_a_reason check ((state = 'REFUSED') = (reason is not null))
);
create index opening_due on opening (asked_at) where state = 'WAITING';

-- Where an upload stands in its container; so a part comes once, however often a container is gone through.
alter table upload add column part int;
create unique index upload_of_part on upload (batch_id, part) where part is not null and state <> 'TERMINATED';

-- From which container an exhibit comes, and where it stood in there: for those who see the container.
create table part (
    exhibit_id uuid primary key references exhibit,
    container uuid not null references exhibit_version,
    path text not null,
    depth int not null
);
create index part_of_container on part (container);

do $$
declare t text;
begin
    foreach t in array array['opening', 'part'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
grant update on opening to ${app};
create policy with_its_batch on opening to ${app}
    using (case when acting_text('system') <> '' then claimed(array[batch_id, case_id])
        else batch_id in (select b.id from batch b) end)
    with check (true);
create policy with_its_container on part to ${app}
    using (exists (select from exhibit_version v where v.id = container))
    with check (true);

-- Takes the oldest that is due under a lease, so that no two replicas open the same container.
create function take_to_open(at timestamptz, until timestamptz, token uuid)
    returns table (batch_id uuid, case_id uuid, owner text, asked_by text, asked_account text, clearance text, attempts int)
    language plpgsql security definer set search_path = public
    as $$
#variable_conflict use_column
begin
    if acting_text('system') <> 'open-parts' then
        raise exception 'only the job that opens containers takes them' using errcode = 'insufficient_privilege';
    end if;
    return query
    update opening o set lease = token, leased_until = until, attempts = o.attempts + 1
     where o.batch_id = (select d.batch_id from opening d where d.state = 'WAITING'
            and (d.leased_until is null or d.leased_until < at)
            order by d.asked_at limit 1 for update skip locked)
    returning o.batch_id, o.case_id, o.owner, o.asked_by, o.asked_account, o.clearance, o.attempts;
end $$;
revoke all on function take_to_open(timestamptz, timestamptz, uuid) from public;
grant execute on function take_to_open(timestamptz, timestamptz, uuid) to ${app};
