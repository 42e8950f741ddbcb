-- From what one spill froze to all else that has its content, as V54 says; what was let go since leads nowhere.
create function spread_freeze(its spill, at timestamptz) returns int language plpgsql security definer set search_path = public
    as $$
declare
    of_spill uuid := its.id;
    fresh_rows int := 1;
    total int := 0;
begin
    while fresh_rows > 0 loop
        perform from blob b where b.id in (select v.blob_id from exhibit_version v join spilled s on s.exhibit_id = v.exhibit_id
            where s.spill_id = of_spill and s.state = 'FROZEN') order by b.id for update;
        with near as (
            select p.exhibit_id, s.exhibit_id as from_exhibit, 'PART' as because, true as down from spilled s
                join exhibit_version v on v.exhibit_id = s.exhibit_id join part p on p.container = v.id
                where s.spill_id = of_spill and s.state = 'FROZEN' and s.reaches_down
            union all select i.redacted_exhibit_id, s.exhibit_id, 'COPY', true from spilled s
                join release_item i on i.exhibit_id = s.exhibit_id
                where s.spill_id = of_spill and s.state = 'FROZEN' and s.reaches_down and i.redacted_exhibit_id is not null
            union all select r.copy_id, s.exhibit_id, 'COPY', true from spilled s
                join redaction r on r.of_exhibit_id = s.exhibit_id where s.spill_id = of_spill and s.state = 'FROZEN' and s.reaches_down
            union all select r.of_exhibit_id, s.exhibit_id, 'CONTAINS', false from spilled s
                join redaction r on r.copy_id = s.exhibit_id where s.spill_id = of_spill and s.state = 'FROZEN'
            union all select o.exhibit_id, s.exhibit_id, 'SAME_BYTES', s.reaches_down from spilled s
                join exhibit_version v on v.exhibit_id = s.exhibit_id join exhibit_version o on o.blob_id = v.blob_id
                where s.spill_id = of_spill and s.state = 'FROZEN'
            union all select v.exhibit_id, s.exhibit_id, 'CONTAINS', false from spilled s
                join part p on p.exhibit_id = s.exhibit_id join exhibit_version v on v.id = p.container
                where s.spill_id = of_spill and s.state = 'FROZEN'
            union all select i.exhibit_id, s.exhibit_id, 'CONTAINS', false from spilled s
                join release_item i on i.redacted_exhibit_id = s.exhibit_id
                where s.spill_id = of_spill and s.state = 'FROZEN'),
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
    update exhibit x set frozen_at = at from spilled s
        where s.spill_id = of_spill and s.state = 'FROZEN' and x.id = s.exhibit_id and x.frozen_at is null;
    get diagnostics total = row_count;
    return total;
end $$;
revoke all on function spread_freeze(spill, timestamptz) from public;

create or replace function freeze(of_spill uuid) returns int language plpgsql security definer set search_path = public
    as $$
declare
    its spill;
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
    return spread_freeze(its, its.frozen_at);
end $$;

-- A container was opened, and in it lie bytes that its agency froze or purged elsewhere: it goes with them, as if it had been
-- opened before. The spill that it goes with; null: it is frozen already, or two persons let it go before.
create function freeze_container(of_version uuid, digest text) returns uuid language plpgsql security definer
    set search_path = public
    as $$
declare
    container exhibit;
    held spilled;
    its spill;
begin
    select x.* into container from exhibit_version v join exhibit x on x.id = v.exhibit_id where v.id = of_version
        and x.originator = acting_text('agency') and x.frozen_at is null and x.disposed_at is null for update of x;
    select s.* into held from spilled s join exhibit_version v on v.exhibit_id = s.exhibit_id
        where container.id is not null and s.originator = container.originator and s.state <> 'CORRECTED' and v.sha256 = digest
            and not exists (select from spilled d where d.spill_id = s.spill_id and d.exhibit_id = container.id)
        order by s.spill_id desc limit 1;
    if held.spill_id is null then
        return null;
    end if;
    insert into spilled (spill_id, exhibit_id, case_id, originator, because, reaches_down, from_exhibit, state)
        values (held.spill_id, container.id, container.case_id, container.originator, 'CONTAINS', false, held.exhibit_id, 'FROZEN');
    select s.* into its from spill s where s.id = held.spill_id;
    perform spread_freeze(its, acting_now());
    return its.id;
end $$;
revoke all on function freeze_container(uuid, text) from public;
grant execute on function freeze_container(uuid, text) to ${app};
