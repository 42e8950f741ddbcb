-- What the last look at sealed bytes found, and when the next one is due; one row per blob from its birth on.
create table verification (
    blob_id uuid primary key references blob,
    verified_at timestamptz,
    damaged_since timestamptz,
    damage text check (damage in ('GONE', 'SEAL', 'LENGTH', 'DIGEST', 'KEY')),
    next_at timestamptz not null,
    lease uuid,
    leased_until timestamptz,
    constraint damaged_in_something check ((damaged_since is null) = (damage is null)),
    constraint found_by_looking check (damaged_since is null or verified_at is not null)
);
create index verification_due on verification (next_at);
create index verification_damaged on verification (damaged_since) where damaged_since is not null;

alter table verification enable row level security;
alter table verification force row level security;
create policy owner_reads on verification to ${owner} using (true) with check (true);
create policy with_its_bytes on verification to ${app}
    using (acting_text('system') = 'scrub' or exists (select from blob b where b.id = blob_id))
    with check (acting_text('system') = 'scrub');
grant select, update on verification to ${app};

insert into verification (blob_id, next_at) select id, sealed_at from blob;
create function to_be_verified() returns trigger language plpgsql security definer set search_path = public
    as $$
begin
    insert into verification (blob_id, next_at) values (new.id, new.sealed_at);
    return new;
end $$;
create trigger verified_in_turn after insert on blob for each row execute function to_be_verified();

create function only_scrubs() returns void language plpgsql stable
    as $$
begin
    if acting_text('system') <> 'scrub' then
        raise exception 'only the scrubber may do this' using errcode = 'insufficient_privilege';
    end if;
end $$;

-- The one that is due longest, under a lease, so that no two replicas read the same bytes.
create function take_to_verify(at timestamptz, until timestamptz, token uuid) returns uuid language plpgsql
    security definer set search_path = public
    as $$
declare taken uuid;
begin
    perform only_scrubs();
    update verification set lease = token, leased_until = until where blob_id = (select v.blob_id from verification v
            where v.next_at <= at and (v.leased_until is null or v.leased_until < at)
            order by v.next_at limit 1 for update skip locked)
        returning blob_id into taken;
    return taken;
end $$;

create function holders_of(blob uuid) returns table (exhibit_id uuid, n int, case_id uuid) language plpgsql stable
    security definer set search_path = public
    as $$
#variable_conflict use_column
begin
    perform only_scrubs();
    return query select v.exhibit_id, v.n, v.case_id from exhibit_version v where v.blob_id = blob;
end $$;

-- Some others that were whole when last seen: where none of them is there, it is the wrong store and not damage.
create function whole_beside(blob uuid) returns setof uuid language plpgsql stable security definer set search_path = public
    as $$
begin
    perform only_scrubs();
    return query select v.blob_id from verification v where v.blob_id <> blob and v.damaged_since is null
        and v.verified_at is not null order by v.verified_at desc limit 5;
end $$;

-- For an agency's administrator, who may have restored what was damaged.
create function verify_damaged_again(at timestamptz) returns void language sql security definer set search_path = public
    as $$ update verification v set next_at = at from blob b
        where b.id = v.blob_id and v.damaged_since is not null and b.owner = acting_text('agency') $$;

revoke all on function take_to_verify(timestamptz, timestamptz, uuid), holders_of(uuid), whole_beside(uuid),
    verify_damaged_again(timestamptz) from public;
grant execute on function take_to_verify(timestamptz, timestamptz, uuid), holders_of(uuid), whole_beside(uuid),
    verify_damaged_again(timestamptz) to ${app};
