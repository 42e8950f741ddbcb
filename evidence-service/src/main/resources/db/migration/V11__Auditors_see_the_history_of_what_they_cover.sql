-- Appointments as auditor, and the programmes under which a case has proposals: both from listing-service's feed.
create table auditor (
    appointment_id uuid primary key,
    sub text not null,
    covers_agencies text[] not null,
    covers_programmes text[] not null,
    valid_from timestamptz not null,
    valid_to timestamptz
);
create index auditor_by_sub on auditor (sub);

create table case_programme (
    case_id uuid not null,
    programme text not null,
    primary key (case_id, programme)
);

create function audits(in_case uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select not recused_in(in_case) and exists (select from auditor a where a.sub = acting_text('sub')
        and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())
        and (exists (select from case_programme c where c.case_id = in_case and c.programme = any (a.covers_programmes))
            or exists (select from participation p where p.case_id = in_case and p.agency = any (a.covers_agencies))
            or exists (select from party y where y.case_id = in_case and y.agency = any (a.covers_agencies)))) $$;

-- Names of accounts for showing beside a pseudonym; no case content.
create table account (
    sub text primary key,
    name text not null,
    agency text not null
);
grant select, insert, update on account to ${app};

do $$
declare t text;
begin
    foreach t in array array['auditor', 'case_programme'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to ${app}', t);
    end loop;
end $$;
create policy my_own on auditor to ${app}
    using (acting_text('system') <> '' or sub = acting_text('sub'))
    with check (acting_text('system') <> '');
create policy for_the_feed on case_programme to ${app}
    using (acting_text('system') <> '')
    with check (acting_text('system') <> '');

-- The journal: whoever may read what a row is about, and the auditors whose appointment covers its case.
create policy readable on journal for select to ${app}
    using (visible(m_level, m_orcon, m_rel_to, m_tlp, m_named, originator, aggregate_id,
            coalesce(case_id, aggregate_id),
            case when case_id is null then '{}'::uuid[]
                else scopes_of_version(aggregate_id, aggregate_revision, case_id) end,
            audience, audience_owner)
        or case_id is not null and audits(case_id)
        or case_id is null and audience = 'AGENCY' and audience_owner = acting_text('agency')
            and acting_text('sub') = actor);
