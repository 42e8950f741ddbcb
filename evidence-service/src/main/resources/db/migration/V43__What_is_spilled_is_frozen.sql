-- What was found to be above the ceiling or wrongly marked. Once it is purged this stays set, and the exhibit is disposed of.
alter table exhibit add column frozen_at timestamptz;
create index exhibit_frozen on exhibit (originator) where frozen_at is not null;
-- Only the functions below freeze and let go: they run as the owner.
create function frozen_by_functions_alone() returns trigger language plpgsql as $$
begin
    if current_user = '${app}' then
        raise exception 'nobody freezes or lets go by hand' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger frozen_by_functions_alone before update of frozen_at on exhibit
    for each row when (old.frozen_at is distinct from new.frozen_at) execute function frozen_by_functions_alone();

create table spill (
    id uuid primary key,
    exhibit_id uuid not null references exhibit,
    case_id uuid not null,
    originator text not null,
    reason text not null,
    frozen_by text not null,
    frozen_account text not null,
    frozen_at timestamptz not null
);
create index spill_of_originator on spill (originator, frozen_at);

-- What one spill froze. What merely contains what was spilled leads to none of its other parts (reaches down: false).
create table spilled (
    spill_id uuid not null references spill,
    exhibit_id uuid not null references exhibit,
    case_id uuid not null,
    originator text not null,
    because text not null check (because in ('FOUND', 'PART', 'COPY', 'SAME_BYTES', 'CONTAINS')),
    reaches_down boolean not null,
    from_exhibit uuid,
    state text not null check (state in ('FROZEN', 'CORRECTED', 'PURGED')),
    ended_at timestamptz,
    primary key (spill_id, exhibit_id),
    constraint found_or_from check ((because = 'FOUND') = (from_exhibit is null)),
    constraint ended check ((state = 'FROZEN') = (ended_at is null))
);
create unique index frozen_by_one_spill on spilled (exhibit_id) where state <> 'CORRECTED';

-- Two persons of the originator end it for an exhibit and what was frozen by way of it.
create table spill_settlement (
    id uuid primary key,
    spill_id uuid not null references spill,
    exhibit_id uuid not null references exhibit,
    case_id uuid not null,
    originator text not null,
    kind text not null check (kind in ('PURGE', 'CORRECT')),
    state text not null check (state in ('PROPOSED', 'DONE', 'DROPPED')),
    reason text not null,
    m_level text, m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[],
    proposed_by text not null,
    proposed_account text not null,
    proposed_at timestamptz not null,
    ended_by text,
    ended_account text,
    ended_at timestamptz,
    constraint marked_to_correct check ((kind = 'CORRECT') = (m_level is not null) and (m_level is null) = (m_orcon is null)
        and (m_level is null) = (m_rel_to is null) and (m_level is null) = (m_tlp is null) and (m_level is null) = (m_named is null)),
    constraint ended_by_somebody check ((state = 'PROPOSED') = (ended_by is null)
        and (ended_by is null) = (ended_account is null) and (ended_by is null) = (ended_at is null)),
    constraint two_persons check (state <> 'DONE' or ended_by <> proposed_by)
);
create unique index one_settlement_at_a_time on spill_settlement (exhibit_id) where state = 'PROPOSED';

-- An agency whose people opened it says what became of the copies that they have.
create table spill_acknowledgement (
    spill_id uuid not null references spill,
    agency text not null,
    note text not null,
    said_by text not null,
    said_account text not null,
    said_at timestamptz not null,
    primary key (spill_id, agency)
);

do $$
declare t text;
begin
    foreach t in array array['spill', 'spilled', 'spill_settlement', 'spill_acknowledgement'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
    end loop;
end $$;
grant select, insert on spill, spill_settlement, spill_acknowledgement to ${app};
grant select on spilled to ${app};
grant update (state, ended_by, ended_account, ended_at) on spill_settlement to ${app};
create policy of_the_originator on spill for select to ${app}
    using (originator = acting_text('agency') and exists (select from exhibit x where x.id = exhibit_id) or audits(case_id));
create policy mine on spill for insert to ${app}
    with check (frozen_by = acting_text('sub') and originator = acting_text('agency')
        and exists (select from exhibit x where x.id = exhibit_id and x.originator = spill.originator));
create policy of_the_originator on spilled for select to ${app}
    using (originator = acting_text('agency') and exists (select from exhibit x where x.id = exhibit_id) or audits(case_id));
create policy of_the_originator on spill_settlement for select to ${app}
    using (originator = acting_text('agency') and exists (select from exhibit x where x.id = exhibit_id) or audits(case_id));
create policy mine on spill_settlement for insert to ${app}
    with check (proposed_by = acting_text('sub') and originator = acting_text('agency') and state = 'PROPOSED'
        and exists (select from spilled s where s.spill_id = spill_settlement.spill_id
            and s.exhibit_id = spill_settlement.exhibit_id and s.originator = spill_settlement.originator));
create policy of_the_originator_only on spill_settlement for update to ${app}
    using (originator = acting_text('agency') and state = 'PROPOSED')
    with check (originator = acting_text('agency') and ended_by = acting_text('sub'));

-- Whether anything that holds these bytes is frozen. Behind every reading of a key by a person.
create function frozen_bytes(blob uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from exhibit_version v join exhibit x on x.id = v.exhibit_id
        where v.blob_id = blob and x.frozen_at is not null) $$;
drop policy own_or_by_its_versions on blob;
create policy own_or_by_its_versions on blob to ${app}
    using ((owner = acting_text('agency') or exists (select from exhibit_version v where v.blob_id = blob.id))
        and (acting_text('system') <> '' or not frozen_bytes(id)))
    with check (true);
-- For whoever drops bytes that have no row: one that is hidden is there all the same.
create function blob_there(blob uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from blob b where b.id = blob) $$;
-- What the acting agency's people may not bring again: the same bytes as in something of theirs that is frozen or purged.
create function spilled_before(digest text) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from exhibit x join exhibit_version v on v.exhibit_id = x.id
        where x.originator = acting_text('agency') and x.frozen_at is not null and v.sha256 = digest) $$;

-- Freezes what was found and all that has its content: unpacked from it, containing it, redacted from it (as V50 keeps it, or as a
-- release named it), the same bytes; all of
-- it the originator's, seen by the acting person or not. Whoever just unpacks or brings the same has a row locked and is waited for.
create function freeze(of_spill uuid) returns int language plpgsql security definer set search_path = public
    as $$
declare
    its spill;
    fresh_rows int := 1;
    total int := 0;
begin
    select s.* into its from spill s join exhibit x on x.id = s.exhibit_id where s.id = of_spill
        and s.originator = acting_text('agency') and s.frozen_by = acting_text('sub') and x.originator = s.originator
        and x.frozen_at is null and x.disposed_at is null
        and not exists (select from spilled d where d.spill_id = s.id) for update of x;
    if its.id is null then
        raise exception 'nothing is to be frozen' using errcode = 'insufficient_privilege';
    end if;
    insert into spilled (spill_id, exhibit_id, case_id, originator, because, reaches_down, state)
        values (its.id, its.exhibit_id, its.case_id, its.originator, 'FOUND', true, 'FROZEN');
    while fresh_rows > 0 loop
        perform from blob b where b.id in (select v.blob_id from exhibit_version v join spilled s on s.exhibit_id = v.exhibit_id
            where s.spill_id = of_spill) order by b.id for update;
        with near as (
            select p.exhibit_id, s.exhibit_id as from_exhibit, 'PART' as because, true as down from spilled s
                join exhibit_version v on v.exhibit_id = s.exhibit_id join part p on p.container = v.id
                where s.spill_id = of_spill and s.reaches_down
            union all select i.redacted_exhibit_id, s.exhibit_id, 'COPY', true from spilled s
                join release_item i on i.exhibit_id = s.exhibit_id
                where s.spill_id = of_spill and s.reaches_down and i.redacted_exhibit_id is not null
            union all select r.copy_id, s.exhibit_id, 'COPY', true from spilled s
                join redaction r on r.of_exhibit_id = s.exhibit_id where s.spill_id = of_spill and s.reaches_down
            union all select r.of_exhibit_id, s.exhibit_id, 'CONTAINS', false from spilled s
                join redaction r on r.copy_id = s.exhibit_id where s.spill_id = of_spill
            union all select o.exhibit_id, s.exhibit_id, 'SAME_BYTES', s.reaches_down from spilled s
                join exhibit_version v on v.exhibit_id = s.exhibit_id join exhibit_version o on o.blob_id = v.blob_id
                where s.spill_id = of_spill
            union all select v.exhibit_id, s.exhibit_id, 'CONTAINS', false from spilled s
                join part p on p.exhibit_id = s.exhibit_id join exhibit_version v on v.id = p.container
                where s.spill_id = of_spill
            union all select i.exhibit_id, s.exhibit_id, 'CONTAINS', false from spilled s
                join release_item i on i.redacted_exhibit_id = s.exhibit_id
                where s.spill_id = of_spill),
        fresh as (
            select distinct on (x.id) x.id, x.case_id, near.from_exhibit, near.because, near.down from near
                join exhibit x on x.id = near.exhibit_id
                where x.originator = its.originator and x.frozen_at is null and x.disposed_at is null
                    and not exists (select from spilled s where s.spill_id = of_spill and s.exhibit_id = x.id)
                order by x.id, near.down desc),
        locked as (
            select x.id from exhibit x where x.id in (select id from fresh) order by x.id for update)
        insert into spilled (spill_id, exhibit_id, case_id, originator, because, reaches_down, from_exhibit, state)
            select of_spill, f.id, f.case_id, its.originator, f.because, f.down, f.from_exhibit, 'FROZEN'
            from fresh f join locked using (id);
        get diagnostics fresh_rows = row_count;
    end loop;
    update exhibit x set frozen_at = its.frozen_at from spilled s where s.spill_id = of_spill and x.id = s.exhibit_id;
    get diagnostics total = row_count;
    return total;
end $$;

-- What a settlement of this exhibit covers: it, and what is still frozen by way of it.
create function covered(of_spill uuid, exhibit uuid) returns setof uuid language sql stable security definer
    set search_path = public
    as $$ with recursive c as (
        select s.exhibit_id, s.state from spilled s where s.spill_id = of_spill and s.exhibit_id = exhibit
            and s.originator = acting_text('agency')
        union
        select s.exhibit_id, s.state from spilled s join c on s.from_exhibit = c.exhibit_id where s.spill_id = of_spill)
    select exhibit_id from c where state = 'FROZEN' $$;
create function covered_is_held(of_spill uuid, exhibit uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from legal_hold h join covered(of_spill, exhibit) c on c = h.exhibit_id
        where h.lifted_at is null) $$;
-- The versions covered, seen by the acting person or not, so that each is journalled under its own marking.
create function covered_versions(of_spill uuid, exhibit uuid) returns table (id uuid, exhibit_id uuid, n int, case_id uuid,
        m_level text, m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[]) language sql stable security definer
    set search_path = public
    as $$ select v.id, v.exhibit_id, v.n, v.case_id, v.m_level, v.m_orcon, v.m_rel_to, v.m_tlp, v.m_named
        from exhibit_version v where v.exhibit_id in (select covered(of_spill, exhibit)) order by v.exhibit_id, v.n $$;

create function settled(of_settlement uuid, as_kind text) returns spill_settlement language plpgsql stable security definer
    set search_path = public
    as $$
declare its spill_settlement;
begin
    select * into its from spill_settlement s where s.id = of_settlement and s.kind = as_kind and s.state = 'DONE'
        and s.originator = acting_text('agency') and s.ended_by = acting_text('sub');
    if its.id is null then
        raise exception 'two persons have not settled it so' using errcode = 'insufficient_privilege';
    end if;
    return its;
end $$;

-- Lets go with these markings, one for each version covered.
create function correct(of_settlement uuid, markings jsonb) returns void language plpgsql security definer
    set search_path = public
    as $$
declare
    its spill_settlement := settled(of_settlement, 'CORRECT');
    these uuid[] := array(select covered(its.spill_id, its.exhibit_id));
begin
    update exhibit_version v set m_level = m.level, m_orcon = m.orcon, m_rel_to = m."relTo", m_tlp = m.tlp, m_named = m.named,
            version = v.version + 1
        from jsonb_to_recordset(markings) as m (id uuid, level text, orcon boolean, "relTo" text[], tlp text, named text[])
        where v.id = m.id and v.exhibit_id = any (these);
    if exists (select from exhibit_version v where v.exhibit_id = any (these)
            and not exists (select from jsonb_to_recordset(markings) as m (id uuid) where m.id = v.id)) then
        raise exception 'a version was left out' using errcode = 'insufficient_privilege';
    end if;
    update exhibit set frozen_at = null where id = any (these);
    update spilled set state = 'CORRECTED', ended_at = its.ended_at where spill_id = its.spill_id and exhibit_id = any (these);
end $$;

-- The keys that only this exhibit, which is disposed of, still needed; for the functions that know that it may be.
create function destroy_keys_of(exhibit uuid) returns int language plpgsql security definer set search_path = public
    as $$
declare
    candidate uuid;
    destroyed int := 0;
begin
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
create or replace function destroy_keys(exhibit uuid) returns int language plpgsql security definer set search_path = public
    as $$
begin
    if not exists (select from disposal d join exhibit x on x.id = d.exhibit_id where x.id = exhibit and d.state = 'DONE'
            and x.originator = acting_text('agency') and d.ended_by = acting_text('sub') and x.disposed_at is not null
            and x.frozen_at is null
            and not exists (select from legal_hold h where h.exhibit_id = x.id and h.lifted_at is null)
            and not exists (select from retention r where r.exhibit_id = x.id and r.until > acting_now())) then
        raise exception 'nobody has disposed of it' using errcode = 'insufficient_privilege';
    end if;
    return destroy_keys_of(exhibit);
end $$;

-- Neither a retention nor what rests on it keeps what must not be here; a hold does, until who set it has secured a copy.
create function purge(of_settlement uuid) returns void language plpgsql security definer set search_path = public
    as $$
declare
    its spill_settlement := settled(of_settlement, 'PURGE');
    these uuid[] := array(select covered(its.spill_id, its.exhibit_id));
begin
    perform from exhibit x where x.id = any (these) order by x.id for update;
    if covered_is_held(its.spill_id, its.exhibit_id) then
        raise exception 'a legal hold stands' using errcode = 'insufficient_privilege';
    end if;
    update exhibit set disposed_at = its.ended_at where id = any (these);
    update spilled set state = 'PURGED', ended_at = its.ended_at where spill_id = its.spill_id and exhibit_id = any (these);
    perform destroy_keys_of(x.id) from exhibit x where x.id = any (these);
    -- Words of what was taken out of it are its content too.
    update redaction set passages = '{}' where of_exhibit_id = any (these) or copy_id = any (these);
    update redaction_check c set found = '{}' from redaction r where r.copy_id = c.copy_id
        and (r.of_exhibit_id = any (these) or r.copy_id = any (these));
end $$;

-- To the agencies whose people opened what was frozen: that, and nothing about other readers.
create function spills_read() returns table (spill_id uuid, exhibit_id uuid, frozen_at timestamptz, state text, own boolean)
    language sql stable security definer set search_path = public
    as $$ select s.spill_id, s.exhibit_id, p.frozen_at, s.state, bool_or(j.actor = acting_text('sub'))
        from spilled s join spill p on p.id = s.spill_id join journal j on j.aggregate_id = s.exhibit_id
        where j.type = 'exhibit.opened' and j.outcome = 'READ' and j.agency = acting_text('agency')
            and s.originator <> acting_text('agency') and j.occurred_at <= coalesce(s.ended_at, 'infinity')
        group by s.spill_id, s.exhibit_id, p.frozen_at, s.state $$;
create policy of_readers_and_originator on spill_acknowledgement for select to ${app}
    using (agency = acting_text('agency') or exists (select from spill p where p.id = spill_id));
create policy mine on spill_acknowledgement for insert to ${app}
    with check (agency = acting_text('agency') and said_by = acting_text('sub')
        and exists (select from spills_read() r where r.spill_id = spill_acknowledgement.spill_id));

revoke all on function frozen_bytes(uuid), blob_there(uuid), spilled_before(text), freeze(uuid), covered(uuid, uuid),
    covered_is_held(uuid, uuid), covered_versions(uuid, uuid), settled(uuid, text), correct(uuid, jsonb), destroy_keys_of(uuid),
    purge(uuid), spills_read() from public;
grant execute on function frozen_bytes(uuid), blob_there(uuid), spilled_before(text), freeze(uuid), covered(uuid, uuid),
    covered_is_held(uuid, uuid), covered_versions(uuid, uuid), correct(uuid, jsonb), purge(uuid), spills_read() to ${app};

-- What is frozen is handed to no scanner.
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
           and b.wrapped_key is not null and not frozen_bytes(b.id)
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
