create table casefile (
    id uuid primary key,
    version bigint not null,
    title text not null,
    summary text not null,
    originator text not null,
    opened_by text not null,
    opened_at timestamptz not null,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null
);

create table subject (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references casefile,
    originator text not null,
    text jsonb not null,
    name text not null,
    country text,
    changed_at timestamptz not null,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null
);
create index subject_of_case on subject (case_id);

create table proposal (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null references casefile,
    subject_id uuid not null references subject,
    programme text not null,
    programme_version text not null,
    kind text not null,
    status text not null,
    stage text not null,
    agency text not null,
    revision int not null,
    submitted_revision int,
    author text not null,
    author_account text not null,
    submitter text,
    held_from text,
    held_reason text,
    review_by timestamptz,
    return_code text,
    return_text text,
    returned_revision int,
    accepted_at timestamptz,
    stage_passed_at timestamptz,
    law_at timestamptz,
    package_id uuid,
    supersedes uuid,
    listing_id uuid,
    keys text[] not null,
    name text not null,
    native_name text,
    native_language text,
    country text,
    ground text not null,
    content_hash text not null,
    exhibit_set_hash text not null,
    changed_at timestamptz not null,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null
);
create index proposal_of_case on proposal (case_id);
create index proposal_of_package on proposal (package_id);
create index proposal_by_status on proposal (programme, status, changed_at desc, id);
create index proposal_by_change on proposal (changed_at desc, id);
create index proposal_keys on proposal using gin (keys);

create table revision (
    proposal_id uuid not null references proposal,
    n int not null,
    case_id uuid not null,
    originator text not null,
    text jsonb not null,
    content_hash text not null,
    exhibit_set_hash text not null,
    author text not null,
    author_account text not null,
    at timestamptz not null,
    submitted_by text,
    submitted_at timestamptz,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null,
    primary key (proposal_id, n)
);

-- What somebody did to one revision: four-eyes is recomputed from this, and so can an auditor.
create table revision_act (
    id uuid primary key,
    proposal_id uuid not null references proposal,
    revision int not null,
    case_id uuid not null,
    act text not null,
    sub text not null,
    account text not null,
    agency text not null,
    office text,
    at timestamptz not null,
    note text not null,
    detail jsonb
);
create index revision_act_of on revision_act (proposal_id, revision);
create index revision_act_by on revision_act (sub, proposal_id);

do $$
declare t text;
begin
    foreach t in array array['casefile', 'subject', 'proposal', 'revision', 'revision_act'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
grant update on casefile, subject, proposal, revision to ${app};

create function scopes_of_case(of_case uuid) returns uuid[] language sql stable security definer set search_path = public
    as $$ select coalesce(array_agg(distinct y.scope_id), '{}'::uuid[]) from party y
        where y.case_id = of_case and y.agency = acting_text('agency') $$;
create function scopes_of_subject(of_subject uuid) returns uuid[] language sql stable security definer
    set search_path = public
    as $$ select coalesce(array_agg(p.id), '{}'::uuid[]) from proposal p
        where p.subject_id = of_subject and p.submitted_revision is not null $$;

-- Each table's filter has a name, used by the repositories' own queries and by the policy behind them.
create function sees_case(c casefile) returns boolean language sql stable
    as $$ select visible(c.m_level, c.m_orcon, c.m_rel_to, c.m_tlp, c.m_named, c.originator, c.id, c.id,
        case when acting_text('system') <> '' then '{}'::uuid[] else scopes_of_case(c.id) end, 'CASE', null) $$;
create function sees_subject(s subject) returns boolean language sql stable
    as $$ select visible(s.m_level, s.m_orcon, s.m_rel_to, s.m_tlp, s.m_named, s.originator, s.id, s.case_id,
        case when acting_text('system') <> '' then '{}'::uuid[] else scopes_of_subject(s.id) end, 'CASE', null) $$;
create function sees_proposal(p proposal) returns boolean language sql stable
    as $$ select visible(p.m_level, p.m_orcon, p.m_rel_to, p.m_tlp, p.m_named, p.agency, p.id, p.case_id,
        array[p.id], 'CASE', null) $$;
create function sees_revision(r revision) returns boolean language sql stable
    as $$ select visible(r.m_level, r.m_orcon, r.m_rel_to, r.m_tlp, r.m_named, r.originator, r.proposal_id, r.case_id,
        case when r.submitted_at is null and acting_text('system') = '' then '{}'::uuid[] else array[r.proposal_id] end,
        'CASE', null) $$;
create policy readable on casefile to ${app} using (sees_case(casefile)) with check (true);
create policy readable on subject to ${app} using (sees_subject(subject)) with check (true);
create policy readable on proposal to ${app} using (sees_proposal(proposal)) with check (true);
create policy readable on revision to ${app} using (sees_revision(revision)) with check (true);
create policy readable on revision_act to ${app}
    using (acting_text('system') <> '' and claimed(array[proposal_id, case_id])
        or exists (select from proposal p where p.id = proposal_id))
    with check (true);
