create table package (
    id uuid primary key,
    version bigint not null,
    programme text not null,
    programme_version text not null,
    year int not null,
    serial int not null,
    title text not null,
    draft_act text not null,
    status text not null,
    stage text not null,
    kinds text not null,
    hash text not null,
    originator text not null,
    formed_by text not null,
    formed_at timestamptz not null,
    stage_passed_at timestamptz,
    outvoted text[] not null,
    window_ends_at timestamptz,
    release_at timestamptz,
    in_force date,
    citation text,
    scheduled_by text,
    go_at timestamptz,
    hold_by text,
    hold_account text,
    hold_reason text,
    overdue text,
    published_at timestamptz,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null
);
create index package_by_programme on package (programme, status, formed_at desc, id);
create index package_due on package (release_at) where status = 'SCHEDULED';

-- Serial numbers of one programme and year: taken by a row lock, so two chairs never get the same.
create table package_serial (
    programme text not null,
    year int not null,
    last int not null,
    primary key (programme, year)
);
grant select, insert, update on package_serial to ${app};

create table package_entry (
    package_id uuid not null references package,
    proposal_id uuid not null references proposal,
    case_id uuid not null,
    no int not null,
    revision int not null,
    content_hash text not null,
    exhibit_set_hash text not null,
    number text,
    listed_date date,
    left_at timestamptz,
    left_why text,
    primary key (package_id, proposal_id)
);
create index package_entry_of on package_entry (proposal_id);

create table round (
    id uuid primary key,
    version bigint not null,
    package_id uuid not null references package,
    programme text not null,
    programme_version text not null,
    stage text not null,
    rule text not null,
    silence boolean not null,
    status text not null,
    package_hash text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    deadline timestamptz not null,
    deadline_flag text,
    closed_at timestamptz,
    outcome text,
    electorate jsonb not null,
    access_snapshot jsonb not null,
    notes jsonb not null,
    moves jsonb not null
);
create index round_of_package on round (package_id, opened_at);
create index round_due on round (deadline) where status = 'OPEN';

create table round_entry (
    round_id uuid not null references round,
    proposal_id uuid not null,
    revision int not null,
    content_hash text not null,
    carved_at timestamptz,
    primary key (round_id, proposal_id)
);
create index round_entry_of on round_entry (proposal_id, revision);

create table vote (
    id uuid primary key,
    round_id uuid not null references round,
    package_id uuid not null,
    seat text not null,
    sub text not null,
    account text not null,
    agency text not null,
    appointment_id uuid,
    choice text not null,
    entries uuid[] not null,
    reason text not null,
    reserve_until timestamptz,
    without jsonb not null,
    package_hash text not null,
    at timestamptz not null,
    superseded_at timestamptz,
    superseded_why text,
    lifted_reason text
);
create unique index one_live_vote on vote (round_id, seat) where superseded_at is null;
create index vote_of_person on vote (sub, round_id);

-- What a seat has signed to decide without, because its agency can't open it (G7).
create table package_waiver (
    package_id uuid not null references package,
    seat text not null,
    exhibit_id uuid not null,
    version int not null,
    sub text not null,
    at timestamptz not null,
    primary key (package_id, seat, exhibit_id, version)
);

create table recorded_decision (
    id uuid primary key,
    version bigint not null,
    package_id uuid not null references package,
    stage text not null,
    body text not null,
    decided_on date not null,
    adopted boolean not null,
    instruments jsonb not null,
    left_out uuid[] not null,
    package_hash text not null,
    act_exhibit jsonb,
    status text not null,
    recorded_by text not null,
    recorded_account text not null,
    recorded_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_at timestamptz,
    refusal text
);
create index recorded_decision_of on recorded_decision (package_id, recorded_at);
create unique index one_open_record on recorded_decision (package_id) where status = 'AWAITING_CONFIRMATION';

do $$
declare t text;
begin
    foreach t in array array['package', 'package_entry', 'round', 'round_entry', 'vote', 'recorded_decision',
            'package_waiver'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to ${app}', t);
    end loop;
end $$;

-- A package belongs to no single case: its scope is itself, and its parties are the stage's seats and the offices.
create function sees_package(k package) returns boolean language sql stable
    as $$ select visible(k.m_level, k.m_orcon, k.m_rel_to, k.m_tlp, k.m_named, k.originator, k.id, k.id, array[k.id],
        'ELECTORATE', null) $$;
create policy readable on package to ${app} using (sees_package(package)) with check (true);
create policy readable on package_entry to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or exists (select from package k where k.id = package_id))
    with check (true);
create policy readable on round to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or exists (select from package k where k.id = package_id))
    with check (true);
create policy readable on round_entry to ${app}
    using (exists (select from round r where r.id = round_id))
    with check (true);
create policy readable on vote to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or exists (select from package k where k.id = package_id))
    with check (true);
create policy readable on package_waiver to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or exists (select from package k where k.id = package_id))
    with check (true);
create policy readable on recorded_decision to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or exists (select from package k where k.id = package_id))
    with check (true);

-- Jobs ask which packages have something due; they learn ids alone and then claim them.
create function due_releases(at timestamptz, most int) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select k.id from package k where k.status = 'SCHEDULED' and k.release_at <= at and k.overdue is null
        order by k.release_at limit most $$;
create function due_deadlines(at timestamptz, most int) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select r.package_id from round r where r.status = 'OPEN' and r.deadline <= at
        union select k.id from package k where k.window_ends_at <= at limit most $$;
create function ids_in_package(of_package uuid) returns uuid[] language sql stable security definer
    set search_path = public
    as $$ select array_agg(distinct i) from package_entry e, unnest(array[e.package_id, e.proposal_id, e.case_id]) i
        where e.package_id = of_package $$;
create function ids_of_proposal(of_proposal uuid) returns uuid[] language sql stable security definer
    set search_path = public
    as $$ select array[p.id, p.case_id] || coalesce(p.package_id, p.id) from proposal p where p.id = of_proposal $$;
