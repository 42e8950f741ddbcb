-- Until when an exhibit must be kept by the programmes under which it was relied on. It only ever grows.
create table retention (
    exhibit_id uuid not null,
    programme text not null,
    until timestamptz not null,
    primary key (exhibit_id, programme)
);
-- Nobody destroys what is held; several may hold the same exhibit, each for its own reason.
create table legal_hold (
    id uuid primary key,
    exhibit_id uuid not null references exhibit,
    case_id uuid not null,
    reason text not null,
    set_agency text not null,
    set_by text not null,
    set_account text not null,
    set_at timestamptz not null,
    lifted_by text,
    lifted_account text,
    lifted_at timestamptz,
    lift_reason text,
    constraint lifted_by_somebody check ((lifted_at is null) = (lifted_by is null)
        and (lifted_at is null) = (lifted_account is null) and (lifted_at is null) = (lift_reason is null))
);
create index legal_hold_of_exhibit on legal_hold (exhibit_id);

-- Two persons of the originator dispose of an exhibit.
create table disposal (
    id uuid primary key,
    exhibit_id uuid not null references exhibit,
    case_id uuid not null,
    originator text not null,
    state text not null check (state in ('PROPOSED', 'DONE', 'DROPPED')),
    reason text not null,
    proposed_by text not null,
    proposed_account text not null,
    proposed_at timestamptz not null,
    ended_by text,
    ended_account text,
    ended_at timestamptz,
    constraint ended_by_somebody check ((state = 'PROPOSED') = (ended_by is null)
        and (ended_by is null) = (ended_account is null) and (ended_by is null) = (ended_at is null)),
    constraint two_persons check (state <> 'DONE' or ended_by <> proposed_by)
);
create unique index one_disposal_at_a_time on disposal (exhibit_id) where state <> 'DROPPED';
create index disposal_to_confirm on disposal (originator, proposed_at) where state = 'PROPOSED';

alter table exhibit add column disposed_at timestamptz;

do $$
declare t text;
begin
    foreach t in array array['retention', 'legal_hold', 'disposal'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
    end loop;
end $$;
grant select on retention to ${app};
grant select, insert on legal_hold, disposal to ${app};
grant update (lifted_by, lifted_account, lifted_at, lift_reason) on legal_hold to ${app};
grant update (state, ended_by, ended_account, ended_at) on disposal to ${app};
-- It tells when a proposal cited the exhibit.
create policy of_my_exhibit on retention to ${app}
    using (exists (select from exhibit x where x.id = exhibit_id and x.originator = acting_text('agency')));
create policy with_its_exhibit on legal_hold for select to ${app}
    using (exists (select from exhibit x where x.id = exhibit_id));
create policy mine on legal_hold for insert to ${app}
    with check (set_by = acting_text('sub') and set_agency = acting_text('agency') and lifted_at is null
        and exists (select from exhibit x where x.id = exhibit_id));
create policy of_my_agency on legal_hold for update to ${app}
    using (set_agency = acting_text('agency') and lifted_at is null)
    with check (set_agency = acting_text('agency') and lifted_by = acting_text('sub'));
create policy with_its_exhibit on disposal for select to ${app}
    using (exists (select from exhibit x where x.id = exhibit_id));
create policy mine on disposal for insert to ${app}
    with check (proposed_by = acting_text('sub') and originator = acting_text('agency') and state = 'PROPOSED'
        and exists (select from exhibit x where x.id = exhibit_id and x.originator = disposal.originator));
create policy of_my_agency on disposal for update to ${app}
    using (originator = acting_text('agency') and state = 'PROPOSED')
    with check (originator = acting_text('agency') and ended_by = acting_text('sub'));

-- For the feed and for what listing-service answers; it never takes anything back.
create function retain(exhibit uuid, under text, at_least timestamptz) returns void language plpgsql security definer
    set search_path = public
    as $$
begin
    if acting_text('system') = '' then
        raise exception 'only listing-service says how long' using errcode = 'insufficient_privilege';
    end if;
    insert into retention as r (exhibit_id, programme, until) values (exhibit, under, at_least)
    on conflict (exhibit_id, programme) do update set until = greatest(r.until, excluded.until);
end $$;

-- A destroyed key leaves the row with its digest; the same bytes can come again and get another one.
alter table blob alter column wrapped_key drop not null;
alter table blob add column removed_at timestamptz;
alter table blob drop constraint once_per_owner;
create unique index once_per_owner on blob (owner, sha256) where wrapped_key is not null;
create index blob_to_remove on blob (id) where wrapped_key is null and removed_at is null;

-- The owner's blob with these bytes, which is not destroyed before the running transaction has ended.
create function keep_blob(of_owner text, digest text) returns uuid language sql volatile security definer
    set search_path = public
    as $$ select id from blob where owner = of_owner and owner = acting_text('agency') and sha256 = digest
        and wrapped_key is not null for share $$;

-- Destroys the keys that only this exhibit, which its originator has disposed of, still needed. Whoever is about to hold the
-- same bytes has the row locked, and is waited for; another exhibit of theirs keeps the key alive.
create function destroy_keys(exhibit uuid) returns int language plpgsql security definer set search_path = public
    as $$
declare
    candidate uuid;
    destroyed int := 0;
begin
    if not exists (select from disposal d join exhibit x on x.id = d.exhibit_id where x.id = exhibit and d.state = 'DONE'
            and x.originator = acting_text('agency') and d.ended_by = acting_text('sub') and x.disposed_at is not null
            and not exists (select from legal_hold h where h.exhibit_id = x.id and h.lifted_at is null)
            and not exists (select from retention r where r.exhibit_id = x.id and r.until > acting_now())) then
        raise exception 'nobody has disposed of it' using errcode = 'insufficient_privilege';
    end if;
    for candidate in select distinct v.blob_id from exhibit_version v where v.exhibit_id = exhibit and v.blob_id is not null
            order by v.blob_id loop
        perform from blob b where b.id = candidate for update;
        if not exists (select from exhibit_version v join exhibit x on x.id = v.exhibit_id
                where v.blob_id = candidate and x.id <> exhibit and x.disposed_at is null) then
            update blob set wrapped_key = null where id = candidate and wrapped_key is not null;
            update verification set next_at = 'infinity', damaged_since = null, damage = null, lease = null, leased_until = null
                where blob_id = candidate;
            destroyed := destroyed + 1;
        end if;
    end loop;
    return destroyed;
end $$;

-- Bytes whose key is destroyed are removed from the store; locked, so that another replica leaves them alone.
-- In the order of their ids, after one of them, so that one that can't be removed keeps nothing else back.
create function blobs_to_remove(after uuid, most int) returns setof uuid language plpgsql security definer
    set search_path = public
    as $$
begin
    if acting_text('system') <> 'remove-bytes' then
        raise exception 'only the job that removes bytes asks' using errcode = 'insufficient_privilege';
    end if;
    return query select b.id from blob b where b.wrapped_key is null and b.removed_at is null and b.id > after
        order by b.id limit most for update skip locked;
end $$;
create function blob_removed(blob uuid, at timestamptz) returns void language sql security definer set search_path = public
    as $$ update blob b set removed_at = at where b.id = blob and b.wrapped_key is null
        and acting_text('system') = 'remove-bytes' $$;

revoke all on function retain(uuid, text, timestamptz), keep_blob(text, text), destroy_keys(uuid), blobs_to_remove(uuid, int),
    blob_removed(uuid, timestamptz) from public;
grant execute on function retain(uuid, text, timestamptz), keep_blob(text, text), destroy_keys(uuid), blobs_to_remove(uuid, int),
    blob_removed(uuid, timestamptz) to ${app};

create or replace function take_to_scan(at timestamptz, until timestamptz, token uuid, most int)
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
           and b.wrapped_key is not null
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

-- Of what is disposed of nothing more is told, though another exhibit keeps its bytes.
create or replace function holders_of(blob uuid) returns table (exhibit_id uuid, n int, case_id uuid) language plpgsql stable
    security definer set search_path = public
    as $$
#variable_conflict use_column
begin
    perform only_scrubs();
    return query select v.exhibit_id, v.n, v.case_id from exhibit_version v join exhibit x on x.id = v.exhibit_id
        where v.blob_id = blob and x.disposed_at is null;
end $$;

-- What is disposed of is verified no more, nor does it say whether this is the right store. Where nothing was verified yet, what is
-- there to be verified says that.
create or replace function take_to_verify(at timestamptz, until timestamptz, token uuid) returns uuid language plpgsql
    security definer set search_path = public
    as $$
declare taken uuid;
begin
    perform only_scrubs();
    update verification set lease = token, leased_until = until where blob_id = (select v.blob_id from verification v
            where v.next_at <= at and (v.leased_until is null or v.leased_until < at)
              and exists (select from blob b where b.id = v.blob_id and b.wrapped_key is not null)
            order by v.next_at limit 1 for update skip locked)
        returning blob_id into taken;
    return taken;
end $$;
create or replace function whole_beside(blob uuid) returns setof uuid language plpgsql stable security definer
    set search_path = public
    as $$
begin
    perform only_scrubs();
    return query select v.blob_id from verification v join blob b on b.id = v.blob_id
        where v.blob_id <> blob and v.damaged_since is null and b.wrapped_key is not null
        order by v.verified_at desc nulls last limit 5;
end $$;
