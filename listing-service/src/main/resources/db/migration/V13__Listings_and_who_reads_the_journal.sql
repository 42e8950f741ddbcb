create table listing (
    id uuid primary key,
    version bigint not null,
    programme text not null,
    proposal_id uuid not null references proposal,
    package_id uuid not null references package,
    case_id uuid not null,
    revision int not null,
    content_hash text not null,
    kind text not null,
    number text not null,
    name text not null,
    native_name text,
    native_language text,
    country text,
    ground text not null,
    text jsonb not null,
    keys text[] not null,
    listed_date date not null,
    in_force date,
    published_at timestamptz not null,
    recorded_at timestamptz not null,
    status text not null,
    confirmation text not null,
    authority_refs jsonb not null,
    outputs jsonb not null,
    constraint published_once unique (proposal_id)
);
create index listing_by_programme on listing (programme, published_at desc, id);
create index listing_keys on listing using gin (keys);
-- Published by an authority: no case content any more, so every account may read it; only the release job writes it.
alter table listing enable row level security;
alter table listing force row level security;
create policy owner_reads on listing to ${owner} using (true) with check (true);
create policy published on listing to ${app}
    using (acting_text('sub') <> '' or acting_text('system') <> '')
    with check (acting_text('system') = 'release');
grant select, insert on listing to ${app};

create function audits(in_case uuid, of_programme text) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from appointment a where a.sub = acting_text('sub') and a.office = 'auditor'
        and a.status = 'CONFIRMED' and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())
        and (of_programme = any (a.covers_programmes)
            or exists (select from proposal r where r.case_id = in_case and r.submitted_revision is not null
                and r.programme = any (a.covers_programmes))
            or exists (select from participation p where p.case_id = in_case and p.agency = any (a.covers_agencies))
            or exists (select from party y where y.case_id = in_case and y.agency = any (a.covers_agencies)))) $$;

-- The journal: whoever may read what a row is about, and the auditors whose appointment covers it.
create policy readable on journal for select to ${app}
    using (visible(m_level, m_orcon, m_rel_to, m_tlp, m_named, originator, aggregate_id, coalesce(case_id, scope_id, aggregate_id),
            case when scope_id is null then '{}'::uuid[] else array[scope_id] end, audience, audience_owner)
        or audits(case_id, programme)
        or case_id is null and scope_id is null and audience = 'AGENCY' and audience_owner = acting_text('agency')
            and acting_text('sub') = actor);
create policy readable on journal_payload for select to ${app}
    using (exists (select from journal j where j.event_id = journal_payload.event_id));

-- Which packages a case's proposals were in; a package's own rows stay under their own visibility.
create function packages_of_case(of_case uuid) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select distinct e.package_id from package_entry e where e.case_id = of_case $$;
create index journal_of_case on journal (case_id, occurred_at, event_id);
create index journal_of_scope on journal (scope_id, occurred_at, event_id);
create index journal_by_time on journal (occurred_at, event_id);
