-- Observations of a listed party on its listing, and their assessment point by point. They belong to the proposal that became
-- the listing: its agency, and the programme's seats and offices, read them.
create table observations (
    id uuid primary key,
    listing_id uuid not null references listing,
    proposal_id uuid not null references proposal,
    case_id uuid not null,
    programme text not null,
    received_on date not null,
    sender text not null,
    text text not null,
    registered_by text not null,
    registered_account text not null,
    registered_agency text not null,
    registered_at timestamptz not null,
    points jsonb,
    assessed_by text,
    assessed_account text,
    assessed_agency text,
    assessed_at timestamptz,
    constraint assessed_whole check ((points is null) = (assessed_by is null) and (points is null) = (assessed_at is null))
);
create index observations_on on observations (listing_id, registered_at desc, id);
create index observations_open on observations (programme, registered_at) where assessed_at is null;

alter table observations enable row level security;
alter table observations force row level security;
create policy owner_reads on observations to ${owner} using (true) with check (true);
create policy readable on observations to ${app}
    using (acting_text('system') <> '' and claimed(array[proposal_id, case_id])
        or exists (select from proposal p where p.id = proposal_id
            and (p.agency = acting_text('agency') or party_to(array[p.id]))))
    with check (assessed_by is null and registered_by = acting_text('sub') and registered_agency = acting_text('agency')
        or assessed_by = acting_text('sub') and assessed_agency = acting_text('agency'));
grant select, insert on observations to ${app};
grant update (points, assessed_by, assessed_account, assessed_agency, assessed_at) on observations to ${app};

-- G13 asks past the reader's own view of the former proposal, about listings of entries that the reader sees.
create function observations_open(of_package uuid) returns setof uuid language sql stable security definer
    set search_path = public
    as $$ select distinct p.id from package_entry e join proposal p on p.id = e.proposal_id
            join observations o on in_place_of(o.listing_id) = in_place_of(p.listing_id)
        where e.package_id = of_package and e.left_at is null and p.kind in ('RENEW', 'AMEND') and o.assessed_at is null
            and sees_proposal(p) $$;
revoke all on function observations_open(uuid) from public;
grant execute on function observations_open(uuid) to ${app};
