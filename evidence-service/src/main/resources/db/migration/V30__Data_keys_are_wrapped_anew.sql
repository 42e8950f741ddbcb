-- Which key-encryption key has wrapped a data key: Tink names it before what it encrypts, within a protobuf message of one
-- field. A generated column, so that it can't say anything else than the bytes do. What is none of that names no key.
create function kek_of(wrapped bytea) returns bigint language plpgsql immutable strict parallel safe
    as $$
declare at int := 1;
begin
    while get_byte(wrapped, at) >= 128 loop
        at := at + 1;
    end loop;
    return case when get_byte(wrapped, 0) = 18 and get_byte(wrapped, at + 1) = 1
        then get_byte(wrapped, at + 2)::bigint * 16777216 + get_byte(wrapped, at + 3) * 65536
            + get_byte(wrapped, at + 4) * 256 + get_byte(wrapped, at + 5) end;
exception when array_subscript_error then
    return null;
end $$;
alter table blob add column kek_id bigint generated always as (kek_of(wrapped_key)) stored;
create index blob_by_kek on blob (kek_id, id);

-- What is over needs its key no more, and the exhibit that an upload became has a copy: one place less to wrap anew, and one
-- place less to destroy.
alter table upload alter column wrapped_key drop not null;
update upload set wrapped_key = null where state in ('ACCEPTED', 'TERMINATED', 'EXPIRED');
alter table upload add constraint over_without_a_key
    check ((wrapped_key is null) = (state in ('ACCEPTED', 'TERMINATED', 'EXPIRED')));
alter table upload add column kek_id bigint generated always as (kek_of(wrapped_key)) stored;
create index upload_by_kek on upload (kek_id, id) where wrapped_key is not null;

-- Each key-encryption key that was ever here, with a text that it alone has encrypted: by it another key under the same id is
-- told from damage.
create table kek (
    id bigint primary key,
    proof bytea not null,
    first_seen timestamptz not null
);
alter table kek enable row level security;
alter table kek force row level security;
create policy owner_reads on kek to ${owner} using (true) with check (true);
create policy for_the_job on kek to ${app}
    using (acting_text('system') = 'wrap-keys') with check (acting_text('system') = 'wrap-keys');
grant select, insert on kek to ${app};

create function only_wraps_keys() returns void language plpgsql stable
    as $$
begin
    if acting_text('system') <> 'wrap-keys' then
        raise exception 'only the job that wraps keys may do this' using errcode = 'insufficient_privilege';
    end if;
end $$;

-- Some that an earlier key of those at hand has wrapped, locked until they are written: what another replica is at is left to
-- it. In the order of their ids, after one of them, so that what can't be wrapped anew keeps nothing else back.
create function blobs_to_wrap(at_hand bigint[], after uuid, most int)
    returns table (id uuid, blob_id uuid, wrapped_key bytea) language plpgsql security definer set search_path = public
    as $$
#variable_conflict use_column
begin
    perform only_wraps_keys();
    return query select b.id, b.id, b.wrapped_key from blob b
        where b.kek_id = any (at_hand) and b.id > after order by b.id limit most for update skip locked;
end $$;
create function uploads_to_wrap(at_hand bigint[], after uuid, most int)
    returns table (id uuid, blob_id uuid, wrapped_key bytea) language plpgsql security definer set search_path = public
    as $$
#variable_conflict use_column
begin
    perform only_wraps_keys();
    return query select u.id, u.blob_id, u.wrapped_key from upload u
        where u.kek_id = any (at_hand) and u.id > after order by u.id limit most for update skip locked;
end $$;

-- The keys come as base64, in the order of the ids.
create function blobs_wrapped(ids uuid[], keys text[]) returns void language plpgsql security definer set search_path = public
    as $$
begin
    perform only_wraps_keys();
    update blob set wrapped_key = decode(k.key, 'base64') from unnest(ids, keys) k (id, key) where blob.id = k.id;
end $$;
create function uploads_wrapped(ids uuid[], keys text[]) returns void language plpgsql security definer set search_path = public
    as $$
begin
    perform only_wraps_keys();
    update upload set wrapped_key = decode(k.key, 'base64') from unnest(ids, keys) k (id, key)
        where upload.id = k.id and upload.wrapped_key is not null;
end $$;

-- How much each key still wraps: all of it for the job, for a person what his agency owns, and whether others have some too.
create function kek_usage() returns table (kek_id bigint, used bigint, elsewhere boolean)
    language sql stable security definer set search_path = public
    as $$ select w.kek_id,
            count(*) filter (where acting_text('system') = 'wrap-keys' or w.owner = acting_text('agency')),
            bool_or(w.owner <> acting_text('agency'))
        from (select kek_id, owner from blob where wrapped_key is not null
            union all select kek_id, owner from upload where wrapped_key is not null) w
        where acting_text('system') = 'wrap-keys' or acting_text('agency') <> ''
        group by w.kek_id $$;

revoke all on function blobs_to_wrap(bigint[], uuid, int), uploads_to_wrap(bigint[], uuid, int),
    blobs_wrapped(uuid[], text[]), uploads_wrapped(uuid[], text[]), kek_usage() from public;
grant execute on function blobs_to_wrap(bigint[], uuid, int), uploads_to_wrap(bigint[], uuid, int),
    blobs_wrapped(uuid[], text[]), uploads_wrapped(uuid[], text[]), kek_usage() to ${app};
