-- One request names versions of one originator in one case, and whom they are asked for; its items are decided one by one.
create table release_request (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null,
    originator text not null,
    kind text not null,
    status text not null,
    to_kind text,
    to_name text,
    why text not null,
    asked_until timestamptz,
    asked_agency text not null,
    asked_by text not null,
    asked_account text not null,
    asked_at timestamptz not null,
    -- The level under which the asking agency's people read it; the originator's read it with the exhibits themselves.
    asked_level text not null,
    decided_by text,
    decided_account text,
    decided_at timestamptz,
    decision_reason text,
    purpose text,
    until timestamptz,
    no_onward boolean not null,
    ended_by text,
    ended_account text,
    ended_at timestamptz,
    end_reason text,
    -- What a downgrade asks for; empty for every other kind.
    m_level text, m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[],
    constraint addressed check ((kind = 'DOWNGRADE') = (to_kind is null) and (to_kind is null) = (to_name is null)
        and (kind = 'DOWNGRADE') = (m_level is not null))
);
create index release_request_of_case on release_request (case_id, id);
create index release_request_asked on release_request (asked_agency, id);
create index release_request_desk on release_request (originator, status, id);
create index release_request_ends on release_request (until) where status in ('APPROVED', 'PARTIAL') and until is not null;

create table release_item (
    id uuid primary key,
    request_id uuid not null references release_request,
    exhibit_id uuid not null,
    n int not null,
    version_id uuid not null references exhibit_version,
    granted boolean,
    redacted_exhibit_id uuid,
    redacted_n int,
    -- Of the request, so that the row is protected by itself.
    case_id uuid not null,
    originator text not null,
    asked_agency text not null,
    constraint asked_once unique (request_id, exhibit_id, n)
);
create index release_item_of_version on release_item (exhibit_id, n);

-- A grant is of one version; where a redacted copy goes out instead, it names the version that it stands for.
alter table release_grant add column request_id uuid references release_request;
alter table release_grant add column exhibit_id uuid;
alter table release_grant add column n int;
alter table release_grant add column for_exhibit_id uuid;
alter table release_grant add column for_n int;
-- Told to whoever the grant reaches: that side doesn't read the request.
alter table release_grant add column purpose text;
alter table release_grant add column no_onward boolean not null default false;
create index release_grant_of_version on release_grant (exhibit_id, n);
create index release_grant_of_case on release_grant (case_id);

-- The electorate of a programme in a case: whoever is party to one of its proposals there.
alter table party add column programme text;
update party p set programme = (select min(c.programme) from case_programme c where c.case_id = p.case_id having count(*) = 1);

create or replace function released_to_actor(object uuid, in_case uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from release_grant g where g.object_id = object and g.case_id = in_case
            and g.since <= acting_now() and g.revoked_at is null and (g.until is null or g.until > acting_now())
            and (g.addressee = any (acting_set('strict'))
                or exists (select from party p where p.case_id = in_case and p.agency = acting_text('agency')
                    and g.addressee = 'electorate:' || p.programme))) $$;

-- A redacted copy is part of the case for those for whom the version that it stands for is.
create or replace function scopes_of_version(of_exhibit uuid, of_n int, in_case uuid) returns uuid[] language sql stable
    security definer set search_path = public
    as $$ select coalesce(array_agg(proposal_id), '{}'::uuid[]) from (
        select c.proposal_id from citation c where c.exhibit_id = of_exhibit and c.n = of_n and c.case_id = in_case
        union
        select c.proposal_id from release_grant g
            join citation c on c.exhibit_id = g.for_exhibit_id and c.n = g.for_n and c.case_id = g.case_id
            where g.exhibit_id = of_exhibit and g.n = of_n and g.case_id = in_case and g.revoked_at is null
                and g.since <= acting_now() and (g.until is null or g.until > acting_now())) of_it $$;

drop policy readable on exhibit_version;
create policy readable on exhibit_version to ${app}
    using (case when acting_text('system') <> '' then claimed(array[exhibit_id, case_id])
        else visible(m_level, m_orcon, m_rel_to, m_tlp, m_named, originator, id, case_id,
            scopes_of_version(exhibit_id, n, case_id), 'CASE', null) end)
    with check (true);

-- What a journal row is about, for releases and for the proposals through which it may be read.
create function object_of_row(about text, id uuid, revision int) returns uuid language sql stable security definer
    set search_path = public
    as $$ select case when about = 'exhibit'
        then (select v.id from exhibit_version v where v.exhibit_id = object_of_row.id and v.n = revision)
        else object_of_row.id end $$;
create function scopes_of_row(about text, id uuid, revision int, in_case uuid) returns uuid[] language sql stable
    security definer set search_path = public
    as $$ select case when in_case is null then '{}'::uuid[]
        when about = 'release' then (select coalesce(array_agg(distinct c.proposal_id), '{}'::uuid[])
            from release_item i join citation c on c.exhibit_id = i.exhibit_id and c.n = i.n and c.case_id = i.case_id
            where i.request_id = scopes_of_row.id and i.case_id = in_case)
        else scopes_of_version(scopes_of_row.id, revision, in_case) end $$;

create function readable_row(j journal) returns boolean language sql stable
    as $$ select visible(j.m_level, j.m_orcon, j.m_rel_to, j.m_tlp, j.m_named, j.originator,
        case when acting_text('system') <> '' then j.aggregate_id
            else object_of_row(j.aggregate_type, j.aggregate_id, j.aggregate_revision) end,
        coalesce(j.case_id, j.aggregate_id),
        scopes_of_row(j.aggregate_type, j.aggregate_id, j.aggregate_revision, j.case_id), j.audience, j.audience_owner) $$;

drop policy readable on journal;
create policy readable on journal for select to ${app}
    using (readable_row(journal)
        or case_id is not null and audits(case_id)
        or case_id is null and audience = 'AGENCY' and audience_owner = acting_text('agency')
            and acting_text('sub') = actor);
drop policy readable on journal_payload;
create policy readable on journal_payload for select to ${app}
    using (exists (select from journal j where j.event_id = journal_payload.event_id
        and (readable_row(j) or j.actor = acting_text('sub'))));

do $$
declare t text;
begin
    foreach t in array array['release_request', 'release_item'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to ${app}', t);
    end loop;
end $$;
-- Ids alone; titles and content stay behind the exhibits' own policy.
create policy of_both_sides on release_item to ${app}
    using (case when acting_text('system') <> '' then claimed(array[request_id, exhibit_id, case_id])
        else acting_text('agency') in (originator, asked_agency) and not recused_in(case_id)
            and (participates(case_id) or party_in(case_id)) end)
    with check (true);
create policy of_both_sides on release_request to ${app}
    using (case when acting_text('system') <> '' then claimed(array[id, case_id])
        when acting_text('sub') = '' then false
        else not recused_in(case_id) and (participates(case_id) or party_in(case_id))
            and (asked_agency = acting_text('agency') and asked_level = any (acting_set('levels'))
                or originator = acting_text('agency') and not exists (select from release_item i
                    where i.request_id = release_request.id
                    and not exists (select from exhibit_version v where v.id = i.version_id))) end)
    with check (true);

-- Grants are for those whom they reach and for the originator, not for everybody who takes part.
drop policy of_my_cases on release_grant;
create policy of_both_sides on release_grant to ${app}
    using (acting_text('system') <> '' or addressee = any (acting_set('strict'))
        or exists (select from party p where p.case_id = release_grant.case_id and p.agency = acting_text('agency')
            and addressee = 'electorate:' || p.programme)
        or exists (select from exhibit x where x.id = release_grant.exhibit_id and x.originator = acting_text('agency')))
    with check (true);

create function due_release_ends(at timestamptz, most int) returns table (request_id uuid, case_id uuid) language sql stable
    security definer set search_path = public
    as $$ select r.id, r.case_id from release_request r where r.status in ('APPROVED', 'PARTIAL') and r.until <= at
        and acting_text('system') <> '' order by r.until limit most $$;
revoke all on function due_release_ends(timestamptz, int) from public;
grant execute on function due_release_ends(timestamptz, int) to ${app};
