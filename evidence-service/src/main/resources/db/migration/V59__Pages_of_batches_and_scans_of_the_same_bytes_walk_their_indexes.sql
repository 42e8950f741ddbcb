-- Files of a batch in the order in which they were announced, after a given one; a null state: whatever became of them. While a large
-- batch comes in the statistics know less of it than there is: the planner then takes all of its files to sort them for one page. Here it
-- may not, and walks upload_in_batch or upload_of_batch. Row-level security applies as everywhere.
create function uploads_after(of_batch uuid, in_state text, after uuid, most int) returns setof upload language plpgsql stable
    set search_path = public set enable_sort = off set enable_bitmapscan = off
    as $$
begin
    if in_state is null then
        return query select u.* from upload u where u.batch_id = of_batch and u.id > after order by u.id limit most;
    else
        return query select u.* from upload u where u.batch_id = of_batch and u.state = in_state and u.id > after
            order by u.id limit most;
    end if;
end $$;
revoke all on function uploads_after(uuid, text, uuid, int) from public;
grant execute on function uploads_after(uuid, text, uuid, int) to ${app};

-- As V58, but for one blob at a time and all versions that wait for it, so that one look is for all of them: of a folder of the same small
-- file over and over each would else be looked at, and asked about, by itself. What can't be looked at now waits behind what can.
create index scan_again_of_blob on scan_again (blob_id, next_at);
create or replace function take_to_scan_again(at timestamptz, until timestamptz, token uuid, most int)
    returns table (blob_id uuid, exhibit_id uuid, n int, case_id uuid, attempts int, version_id uuid) language plpgsql security definer
    set search_path = public
    as $$
#variable_conflict use_column
declare
    next_blob uuid;
begin
    if acting_text('system') <> 'scan' then
        raise exception 'only the scan takes content' using errcode = 'insufficient_privilege';
    end if;
    loop
        select a.blob_id into next_blob from scan_again a
            where a.next_at <= at and (a.leased_until is null or a.leased_until < at) order by a.next_at limit 1
            for update skip locked;
        exit when next_blob is null;
        if exists (select from blob b where b.id = next_blob and b.wrapped_key is null) then
            delete from scan_again a where a.blob_id = next_blob;
        elsif frozen_bytes(next_blob) then
            update scan_again a set next_at = at + interval '1 hour' where a.blob_id = next_blob;
        elsif not exists (select from scan s where s.blob_id = next_blob and s.next_at is null and s.lease is null) then
            update scan_again a set next_at = at + interval '1 minute' where a.blob_id = next_blob;
        else
            return query
            with due as (
                select a.version_id from scan_again a
                 where a.blob_id = next_blob and a.next_at <= at and (a.leased_until is null or a.leased_until < at)
                 order by a.next_at limit most for update skip locked),
            taken as (
                update scan_again a set lease = token, leased_until = until from due where a.version_id = due.version_id
                returning a.version_id, a.attempts)
            select v.blob_id, v.exhibit_id, v.n, v.case_id, t.attempts, t.version_id
                from taken t join exhibit_version v on v.id = t.version_id;
            return;
        end if;
    end loop;
end $$;
