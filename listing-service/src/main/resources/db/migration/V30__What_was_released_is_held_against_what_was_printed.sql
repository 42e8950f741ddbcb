-- A comparison is kept as it was made. Where a listing stands with its print is one row, made by the job that lists it;
-- both are as public as the listing. Who accepts a difference, and why, is for those who take part in the package.
create table listing_print (
    id uuid primary key,
    listing_id uuid not null references listing,
    package_id uuid not null references package,
    reference text not null,
    seen_at timestamptz not null,
    printed text not null,
    printed_sha256 text not null,
    released_sha256 text not null,
    agrees boolean not null,
    compared_by text not null,
    compared_account text not null,
    compared_agency text not null,
    compared_at timestamptz not null
);
create index listing_print_of on listing_print (listing_id, compared_at);

create table listing_print_acceptance (
    id uuid primary key,
    listing_id uuid not null references listing,
    package_id uuid not null references package,
    print_id uuid not null references listing_print,
    reason text not null,
    proposed_by text not null,
    proposed_account text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_at timestamptz,
    refused_by text,
    refused_account text,
    refused_at timestamptz,
    refusal text,
    constraint two_persons check (confirmed_by <> proposed_by and refused_by <> proposed_by),
    constraint one_answer check (confirmed_at is null or refused_at is null)
);
create index listing_print_acceptance_of on listing_print_acceptance (listing_id, proposed_at);
create unique index one_open_acceptance on listing_print_acceptance (print_id) where refused_at is null;

create table listing_confirmation (
    listing_id uuid primary key references listing,
    package_id uuid not null references package,
    programme text not null,
    state text not null,
    print_id uuid references listing_print,
    since timestamptz not null,
    constraint of_a_print check ((state = 'AWAITED') = (print_id is null))
);
create index listing_unconfirmed on listing_confirmation (programme, package_id) where state <> 'CONFIRMED';
create index listing_of_package on listing (package_id);

do $$
declare t text;
begin
    foreach t in array array['listing_print', 'listing_print_acceptance', 'listing_confirmation'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
grant update (state, print_id, since) on listing_confirmation to ${app};
grant update (confirmed_by, confirmed_account, confirmed_at, refused_by, refused_account, refused_at, refusal)
    on listing_print_acceptance to ${app};

create policy public_as_the_listing on listing_print to ${app}
    using (acting_text('sub') <> '' or acting_text('system') <> '')
    with check (acting_text('sub') <> '' and acting_text('sub') = compared_by
        and exists (select from package k where k.id = package_id));
create policy of_the_package on listing_print_acceptance to ${app}
    using (exists (select from package k where k.id = package_id))
    with check (acting_text('sub') <> '' and acting_text('sub') = coalesce(confirmed_by, refused_by, proposed_by)
        and exists (select from package k where k.id = package_id));
-- Nobody can say "confirmed" of a print that differs but the two who accept it.
create policy public_as_the_listing on listing_confirmation to ${app}
    using (acting_text('sub') <> '' or acting_text('system') <> '')
    with check (state = 'AWAITED' and acting_text('system') = 'release'
        or acting_text('sub') <> '' and exists (select from listing_print p
            where p.id = print_id and p.listing_id = listing_confirmation.listing_id
              and (state = 'DISCREPANCY' and not p.agrees
                or state = 'CONFIRMED' and (p.agrees or exists (select from listing_print_acceptance a
                    where a.print_id = p.id and a.confirmed_at is not null)))));

insert into listing_confirmation
    select id, package_id, programme, confirmation, null, published_at from listing;
alter table listing drop column confirmation;

-- A discrepancy that an amendment or a removal has ended needs no corrigendum any more.
create function confirmation_of(l listing) returns text language sql stable
    as $$ select case when c.state = 'DISCREPANCY' and l.status in ('SUPERSEDED', 'REMOVED') then 'SETTLED' else c.state end
            from listing_confirmation c where c.listing_id = l.id $$;
