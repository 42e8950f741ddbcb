-- Each act that was released about a listing: public like the listing, and written by the release job alone.
create table listing_act (
    listing_id uuid not null references listing,
    proposal_id uuid not null references proposal,
    package_id uuid not null references package,
    kind text not null,
    at timestamptz not null,
    citation text,
    authority_refs jsonb not null,
    primary key (listing_id, proposal_id)
);
insert into listing_act
    select l.id, l.proposal_id, l.package_id, l.kind, l.published_at, k.citation, l.authority_refs
      from listing l join package k on k.id = l.package_id;
insert into listing_act
    select target.id, p.id, k.id, p.kind, k.published_at, k.citation, coalesce((select d.instruments from recorded_decision d
            where d.package_id = k.id and d.status = 'CONFIRMED' and d.adopted order by d.confirmed_at desc limit 1), '[]')
      from proposal p join package k on k.id = p.package_id
     cross join lateral (select l.id from listing l where p.kind = 'REMOVE' and l.ended_by = p.id
             union select in_place_of(p.listing_id) where p.kind = 'CONFIRM') target
     where p.status = 'PUBLISHED' and k.published_at is not null and target.id is not null;
alter table listing_act enable row level security;
alter table listing_act force row level security;
create policy owner_reads on listing_act to ${owner} using (true) with check (true);
create policy public_as_the_listing on listing_act to ${app}
    using (acting_text('sub') <> '' or acting_text('system') <> '')
    with check (acting_text('system') = 'release');
grant select, insert on listing_act to ${app};

-- A listing, those in whose place it stands and those that stand in its place: one target on one list.
create function same_place(of_listing uuid) returns setof uuid language sql stable
    as $$ with recursive before as (
            select id, amends from listing where id = of_listing
            union all
            select l.id, l.amends from listing l join before on l.id = before.amends),
        place as (
            select l.id, l.succeeded_by from listing l join before on l.id = before.id where before.amends is null
            union all
            select l.id, l.succeeded_by from listing l join place on l.id = place.succeeded_by)
        select id from place $$;
