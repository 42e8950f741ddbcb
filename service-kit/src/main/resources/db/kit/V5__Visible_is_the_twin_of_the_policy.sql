-- Who takes part, who is recused, what is released: the same four tables in both databases.
-- listing-service writes them by its commands, evidence-service by listing-service's feed.
-- A scope is whatever part of a case an agency can take part in alone (a proposal, a package).
create table participation (
    case_id uuid not null,
    agency text not null,
    kind text not null,
    since timestamptz not null,
    until timestamptz,
    by_actor text not null,
    primary key (case_id, agency, since)
);
create index participation_agency on participation (agency, case_id);

create table party (
    scope_id uuid not null,
    case_id uuid not null,
    agency text not null,
    standing text not null,
    since timestamptz not null,
    primary key (scope_id, case_id, agency, standing)
);
create index party_agency on party (agency, case_id, scope_id);

create table recusal (
    case_id uuid not null,
    sub text not null,
    since timestamptz not null,
    reason text not null,
    primary key (case_id, sub)
);

create table release_grant (
    id uuid primary key,
    object_id uuid not null,
    agency text not null,
    case_id uuid not null,
    since timestamptz not null,
    until timestamptz,
    revoked_at timestamptz
);
create index release_grant_object on release_grant (object_id, agency);

-- Settings of the running transaction; without them every one of these is empty, and so nothing is visible.
create function acting_text(name text) returns text language sql stable parallel safe
    as $$ select coalesce(current_setting('lockstep.' || name, true), '') $$;
create function acting_set(name text) returns text[] language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('lockstep.' || name, true), '')::text[], '{}'::text[]) $$;
create function acting_now() returns timestamptz language sql stable parallel safe
    as $$ select coalesce(nullif(current_setting('lockstep.now', true), '')::timestamptz, now()) $$;

-- These four read tables that the asking person may not read, so they run as the owner, and answer about the acting person alone.
create function participates(in_case uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from participation p where p.case_id = in_case and p.agency = acting_text('agency')
            and p.since <= acting_now() and (p.until is null or p.until > acting_now())) $$;
create function party_to(scopes uuid[]) returns boolean language sql stable security definer set search_path = public
    as $$ select cardinality(scopes) > 0 and exists (select from party p where p.scope_id = any (scopes)
            and p.agency = acting_text('agency')) $$;
create function party_in(in_case uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from party p where p.case_id = in_case and p.agency = acting_text('agency')) $$;
create function recused_in(in_case uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from recusal r where r.case_id = in_case and r.sub = acting_text('sub')) $$;
create function released_to_actor(object uuid, in_case uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from release_grant g where g.object_id = object and g.case_id = in_case
            and g.agency = acting_text('agency') and g.since <= acting_now() and g.revoked_at is null
            and (g.until is null or g.until > acting_now())) $$;

create function claimed(ids uuid[]) returns boolean language sql stable parallel safe
    as $$ select ids && coalesce(nullif(current_setting('lockstep.claims', true), '')::uuid[], '{}'::uuid[]) $$;

-- The twin of lockstep.auth.Policy: deny by default, in the same order. takes_part is the caller's business, because
-- what part of a case an object belongs to differs from table to table.
create function may_read(m_level text, m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[],
        originator text, object uuid, in_case uuid, takes_part boolean, in_audience boolean)
    returns boolean language sql stable
    as $$
    select coalesce(
        takes_part
        and not recused_in(in_case)
        and not (originator = any (acting_set('inactive')))
        and in_audience
        and m_level = any (acting_set('levels'))
        and (m_tlp <> 'RED' or acting_text('sub') = any (m_named))
        and (originator = acting_text('agency')
            or (m_rel_to && acting_set('wide')
                and (m_tlp <> 'AMBER_STRICT' or m_rel_to && acting_set('strict'))
                and (not m_orcon or released_to_actor(object, in_case)))),
        false)
    $$;

-- scopes: the parts of the case through which an agency that doesn't take part in the whole may still read this object.
create function visible(m_level text, m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[],
        originator text, object uuid, in_case uuid, scopes uuid[], audience text, audience_owner text)
    returns boolean language sql stable
    as $$
    select case when acting_text('system') <> '' then claimed(array[object, in_case] || scopes)
        when acting_text('sub') = '' then false
        else may_read(m_level, m_orcon, m_rel_to, m_tlp, m_named, originator, object, in_case,
            participates(in_case) or party_to(scopes),
            case audience
                when 'CASE' then true
                when 'ELECTORATE' then party_to(scopes)
                when 'AGENCY' then audience_owner = acting_text('agency')
                else false end)
        end
    $$;

do $$
declare t text;
begin
    foreach t in array array['participation', 'party', 'recusal', 'release_grant'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert, update, delete on %I to ${app}', t);
    end loop;
end $$;
create policy of_my_cases on participation to ${app}
    using (acting_text('system') <> '' or participates(case_id) or party_in(case_id))
    with check (true);
create policy of_my_cases on party to ${app}
    using (acting_text('system') <> '' or participates(case_id) or party_to(array[scope_id]))
    with check (true);
create policy my_own on recusal to ${app}
    using (acting_text('system') <> '' or sub = acting_text('sub'))
    with check (true);
create policy of_my_cases on release_grant to ${app}
    using (acting_text('system') <> '' or participates(case_id) or agency = acting_text('agency'))
    with check (true);
