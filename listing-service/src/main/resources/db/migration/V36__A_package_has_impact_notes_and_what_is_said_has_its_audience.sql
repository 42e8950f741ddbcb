-- What listing the entries would do economically and diplomatically. Each writing is a version of its own; none is changed.
create table impact_note (
    package_id uuid not null references package,
    n int not null,
    text text not null,
    sub text not null,
    account text not null,
    agency text not null,
    capacity text not null,
    package_hash text not null,
    at timestamptz not null,
    primary key (package_id, n)
);
alter table impact_note enable row level security;
alter table impact_note force row level security;
create policy owner_reads on impact_note to ${owner} using (true) with check (true);
-- With its package: marking and audience are the package's.
create policy readable on impact_note to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or not was_recused_in_package(package_id) and exists (select from package k where k.id = package_id))
    with check (sub = acting_text('sub') and agency = acting_text('agency'));
grant select, insert on impact_note to ${app};

-- What an agency notes for itself on a proposal or a package, a capital's instruction above all. Its own until it widens it;
-- a package belongs to no single case, so nothing said of one goes beyond its electorate.
create table internal_note (
    id uuid primary key,
    proposal_id uuid references proposal,
    package_id uuid references package,
    content_hash text not null,
    text text not null,
    sub text not null,
    account text not null,
    agency text not null,
    at timestamptz not null,
    audience text not null,
    widened_by text,
    widened_account text,
    widened_at timestamptz,
    constraint on_one_thing check ((proposal_id is null) <> (package_id is null)),
    constraint known_audience check (audience in ('AGENCY', 'ELECTORATE') or audience = 'CASE' and package_id is null)
);
create index internal_note_of_proposal on internal_note (proposal_id, at desc, id) where proposal_id is not null;
create index internal_note_of_package on internal_note (package_id, at desc, id) where package_id is not null;
alter table internal_note enable row level security;
alter table internal_note force row level security;
create policy owner_reads on internal_note to ${owner} using (true) with check (true);
-- No job reads them. Only the agency that wrote one writes its row again.
create function sees_note(n internal_note) returns boolean language sql stable
    as $$ select acting_text('sub') <> ''
        and (exists (select from proposal p where p.id = n.proposal_id)
            or exists (select from package k where k.id = n.package_id))
        and (n.agency = acting_text('agency') or n.audience = 'CASE'
            or n.audience = 'ELECTORATE' and party_to(array[coalesce(n.proposal_id, n.package_id)])) $$;
create policy readable on internal_note to ${app} using (sees_note(internal_note))
    with check (agency = acting_text('agency'));
grant select, insert, update (audience, widened_by, widened_account, widened_at) on internal_note to ${app};

-- An audience is widened, never narrowed: who has read something can't be made to have not read it.
create function audience_only_widens() returns trigger language plpgsql as $$
begin
    if array_position(array['AGENCY', 'ELECTORATE', 'CASE'], new.audience)
            <= array_position(array['AGENCY', 'ELECTORATE', 'CASE'], old.audience) then
        raise exception 'an audience is only widened' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger only_wider before update on internal_note for each row execute function audience_only_widens();

-- The code and text with which a proposal came back or was rejected: for its agency and the electorate until whoever gave
-- them widens it. No giver: the rule or a clock said it.
alter table proposal
    add column return_audience text check (return_audience in ('ELECTORATE', 'CASE')),
    add column return_agency text;
update proposal p set return_audience = 'ELECTORATE', return_agency = (select a.agency from revision_act a
        where a.proposal_id = p.id and a.revision = p.returned_revision and a.act = 'RETURN' order by a.at desc limit 1)
 where return_code is not null;

-- Opinions, endorsements, consultations, judgements and returns reach the electorate and the proposing agency; who wrote and
-- signed a revision and what a partner advised, everybody who sees the proposal; each person what it did itself.
alter policy readable on revision_act
    using (acting_text('system') <> '' and claimed(array[proposal_id, case_id])
        or exists (select from proposal p where p.id = proposal_id
            and (act in ('AUTHOR', 'SUBMIT', 'ADVISE') or sub = acting_text('sub') or p.agency = acting_text('agency')
                or party_to(array[p.id]))));
