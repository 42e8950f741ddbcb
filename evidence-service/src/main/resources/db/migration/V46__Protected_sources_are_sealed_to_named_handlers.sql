-- Who sees the exhibit learns that its source is protected, and this name, which is drawn anew for each exhibit so that it
-- links no two.
alter table exhibit add column source_pseudonym text;

-- Sealed on its own under a key of its own; gone with the exhibit's keys, when nothing is left here but that there was one.
create table protected_source (
    exhibit_id uuid primary key references exhibit,
    id uuid not null unique,
    case_id uuid not null,
    originator text not null,
    sealed bytea,
    wrapped_key bytea,
    kek_id bigint generated always as (kek_of(wrapped_key)) stored,
    protected_at timestamptz not null,
    constraint sealed_under_a_key check ((sealed is null) = (wrapped_key is null))
);
create index protected_source_by_kek on protected_source (kek_id, id) where wrapped_key is not null;

-- Person by person. Whoever seals the source is the first; every other one is named by a handler and confirmed by somebody else.
create table source_handler (
    id uuid primary key,
    exhibit_id uuid not null references protected_source,
    case_id uuid not null,
    originator text not null,
    sub text not null,
    account text not null,
    sealed_it boolean not null,
    named_by text not null,
    named_account text not null,
    named_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_at timestamptz,
    ended_by text,
    ended_account text,
    ended_at timestamptz,
    constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)
        and (confirmed_at is null) = (confirmed_account is null)),
    constraint ended_by_somebody check ((ended_at is null) = (ended_by is null)
        and (ended_at is null) = (ended_account is null)),
    constraint four_eyes check (case when sealed_it then named_by = sub and confirmed_by = sub
        else named_by <> sub and confirmed_by is distinct from named_by and confirmed_by is distinct from sub end)
);
create unique index one_handler_by_that_id on source_handler (exhibit_id, sub) where ended_at is null;
create unique index one_who_sealed_it on source_handler (exhibit_id) where sealed_it;
create index source_handler_to_confirm on source_handler (originator, named_at) where confirmed_at is null and ended_at is null;

create function handles(exhibit uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from source_handler h where h.exhibit_id = exhibit and h.sub = acting_text('sub')
        and h.originator = acting_text('agency') and h.confirmed_at is not null and h.ended_at is null) $$;
-- How many there are is told to the originator's people alone.
create function handlers_of(exhibit uuid) returns bigint language sql stable security definer set search_path = public
    as $$ select count(*) from source_handler h where h.exhibit_id = exhibit and h.originator = acting_text('agency')
        and h.confirmed_at is not null and h.ended_at is null $$;

do $$
declare t text;
begin
    foreach t in array array['protected_source', 'source_handler'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
grant update (sealed) on protected_source to ${app};
grant update (confirmed_by, confirmed_account, confirmed_at, ended_by, ended_account, ended_at) on source_handler to ${app};

create policy for_its_handlers on protected_source for select to ${app}
    using (handles(exhibit_id) and exists (select from exhibit x where x.id = exhibit_id));
create policy of_my_exhibit on protected_source for insert to ${app}
    with check (originator = acting_text('agency') and exists (select from exhibit x where x.id = exhibit_id
        and x.originator = protected_source.originator and x.case_id = protected_source.case_id));
create policy by_its_handlers on protected_source for update to ${app}
    using (handles(exhibit_id) and wrapped_key is not null)
    with check (handles(exhibit_id) and sealed is not null);

-- Whoever waits for his second person is seen by the agency where only one handler is left who could be that person.
create policy for_handlers on source_handler for select to ${app}
    using (exists (select from exhibit x where x.id = exhibit_id) and (handles(exhibit_id)
        or originator = acting_text('agency') and (acting_text('sub') in (confirmed_by, ended_by)
            or confirmed_at is null and ended_at is null and handlers_of(exhibit_id) = 1)));
create policy named on source_handler for insert to ${app}
    with check (named_by = acting_text('sub') and originator = acting_text('agency') and ended_at is null
        and exists (select from exhibit x where x.id = exhibit_id and x.originator = source_handler.originator)
        and case when sealed_it then handlers_of(exhibit_id) = 0 else confirmed_at is null and handles(exhibit_id) end);
-- The last handler stays: without one nobody could ever name another.
create policy confirmed_or_ended on source_handler for update to ${app}
    using (originator = acting_text('agency') and ended_at is null
        and (handles(exhibit_id) or confirmed_at is null and handlers_of(exhibit_id) = 1))
    with check (case when ended_at is null then confirmed_by = acting_text('sub')
        else ended_by = acting_text('sub') and (confirmed_at is null or handlers_of(exhibit_id) > 1) end);

-- However an exhibit is disposed of, its source goes with it.
create function destroy_source() returns trigger language plpgsql security definer set search_path = public
    as $$
begin
    update protected_source set sealed = null, wrapped_key = null where exhibit_id = new.id;
    return null;
end $$;
create trigger destroy_source after update of disposed_at on exhibit for each row
    when (old.disposed_at is null and new.disposed_at is not null) execute function destroy_source();

-- Their keys are wrapped anew as those of blobs are.
create function sources_to_wrap(at_hand bigint[], after uuid, most int)
    returns table (id uuid, blob_id uuid, wrapped_key bytea) language plpgsql security definer set search_path = public
    as $$
#variable_conflict use_column
begin
    perform only_wraps_keys();
    return query select s.id, s.id, s.wrapped_key from protected_source s
        where s.kek_id = any (at_hand) and s.id > after order by s.id limit most for update skip locked;
end $$;
create function sources_wrapped(ids uuid[], keys text[]) returns void language plpgsql security definer set search_path = public
    as $$
begin
    perform only_wraps_keys();
    update protected_source s set wrapped_key = decode(k.key, 'base64') from unnest(ids, keys) k (id, key)
        where s.id = k.id and s.wrapped_key is not null;
end $$;
create or replace function kek_usage() returns table (kek_id bigint, used bigint, elsewhere boolean)
    language sql stable security definer set search_path = public
    as $$ select w.kek_id,
            count(*) filter (where acting_text('system') = 'wrap-keys' or w.owner = acting_text('agency')),
            bool_or(w.owner <> acting_text('agency'))
        from (select kek_id, owner from blob where wrapped_key is not null
            union all select kek_id, owner from upload where wrapped_key is not null
            union all select kek_id, originator from protected_source where wrapped_key is not null) w
        where acting_text('system') = 'wrap-keys' or acting_text('agency') <> ''
        group by w.kek_id $$;

revoke all on function handles(uuid), handlers_of(uuid), destroy_source(), sources_to_wrap(bigint[], uuid, int),
    sources_wrapped(uuid[], text[]) from public;
grant execute on function handles(uuid), handlers_of(uuid), sources_to_wrap(bigint[], uuid, int),
    sources_wrapped(uuid[], text[]) to ${app};
