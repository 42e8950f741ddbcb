-- What a settlement of this exhibit covers: it, the same bytes wherever they were frozen with it, and what is still frozen by way of
-- these. Bytes that were let go in one place and purged in another would be neither: unread for good, and their key alive.
create or replace function covered(of_spill uuid, exhibit uuid) returns setof uuid language sql stable security definer
    set search_path = public
    as $$ with recursive c as (
        select s.exhibit_id, s.state from spilled s where s.spill_id = of_spill and s.exhibit_id = exhibit
            and s.originator = acting_text('agency')
        union
        select s.exhibit_id, s.state from c join spilled s on s.spill_id = of_spill and (s.from_exhibit = c.exhibit_id
            or exists (select from exhibit_version v join exhibit_version o on o.blob_id = v.blob_id
                where v.exhibit_id = c.exhibit_id and o.exhibit_id = s.exhibit_id)))
    select exhibit_id from c where state = 'FROZEN' $$;

-- One settlement of a spill after the other, asked before any of its exhibits is locked: what one covers another may cover too.
create function settle_alone(exhibit uuid) returns void language plpgsql security definer set search_path = public
    as $$
begin
    perform from spill p where p.originator = acting_text('agency') and p.id in (select s.spill_id from spilled s
        where s.exhibit_id = exhibit and s.state = 'FROZEN') for no key update;
end $$;
revoke all on function settle_alone(uuid) from public;
grant execute on function settle_alone(uuid) to ${app};

-- What is settled with another exhibit is not to be settled by itself any more.
create function drop_settlements(by spill_settlement, covered uuid[]) returns void language sql security definer
    set search_path = public
    as $$ update spill_settlement s set state = 'DROPPED', ended_by = (by).ended_by, ended_account = (by).ended_account,
            ended_at = (by).ended_at
        where s.spill_id = (by).spill_id and s.exhibit_id = any (covered) and s.state = 'PROPOSED' $$;
revoke all on function drop_settlements(spill_settlement, uuid[]) from public;
select drop_settlements(d, array(select s.exhibit_id from spilled s where s.spill_id = d.spill_id and s.ended_at = d.ended_at))
    from spill_settlement d where d.state = 'DONE';

-- As V43, but what another freeze or a disposal took while its row was waited for is left to that.
create or replace function freeze(of_spill uuid) returns int language plpgsql security definer set search_path = public
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
            select x.id from exhibit x where x.id in (select id from fresh) and x.frozen_at is null and x.disposed_at is null
                order by x.id for update)
        insert into spilled (spill_id, exhibit_id, case_id, originator, because, reaches_down, from_exhibit, state)
            select of_spill, f.id, f.case_id, its.originator, f.because, f.down, f.from_exhibit, 'FROZEN'
            from fresh f join locked using (id);
        get diagnostics fresh_rows = row_count;
    end loop;
    update exhibit x set frozen_at = its.frozen_at from spilled s where s.spill_id = of_spill and x.id = s.exhibit_id;
    get diagnostics total = row_count;
    return total;
end $$;

-- As V43, and what is covered is proposed no more.
create or replace function correct(of_settlement uuid, markings jsonb) returns void language plpgsql security definer
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
    perform drop_settlements(its, these);
end $$;
create or replace function purge(of_settlement uuid) returns void language plpgsql security definer set search_path = public
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
    perform drop_settlements(its, these);
    perform destroy_keys_of(x.id) from exhibit x where x.id = any (these);
    -- Words of what was taken out of it are its content too.
    update redaction set passages = '{}' where of_exhibit_id = any (these) or copy_id = any (these);
    update redaction_check c set found = '{}' from redaction r where r.copy_id = c.copy_id
        and (r.of_exhibit_id = any (these) or r.copy_id = any (these));
end $$;
