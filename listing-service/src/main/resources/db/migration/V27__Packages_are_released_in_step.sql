-- Packages of several programmes that agree on one instant of release. Each side's package stays its own: the group knows no
-- more of it than how far it is. What moves the instant leaves the packages alone; a GO counts for the instant it was given for.
create table embargo_group (
    id uuid primary key,
    version bigint not null,
    title text not null,
    release_at timestamptz not null,
    mode text not null,
    alone_after_hours int not null,
    founded_by text not null,
    founded_account text not null,
    founded_agency text not null,
    founded_at timestamptz not null,
    kept_back_at timestamptz,
    moves jsonb not null,
    m_level text not null
);
create index embargo_group_due on embargo_group (release_at);

create table embargo_member (
    id uuid primary key,
    group_id uuid not null references embargo_group,
    programme text not null,
    package_id uuid references package,
    invited_account text not null,
    invited_agency text not null,
    invited_at timestamptz not null,
    joined_account text,
    joined_at timestamptz,
    left_account text,
    left_at timestamptz,
    left_why text
);
create index embargo_member_of on embargo_member (group_id, invited_at);
create unique index one_group_at_a_time on embargo_member (package_id) where left_at is null;
create unique index one_open_invitation on embargo_member (group_id, programme)
    where left_at is null and package_id is null;

create table embargo_incident (
    id uuid primary key,
    group_id uuid not null references embargo_group,
    happened_at timestamptz not null,
    text text not null,
    account text not null,
    agency text not null,
    reported_at timestamptz not null
);
create index embargo_incident_of on embargo_incident (group_id, reported_at);

do $$
declare t text;
begin
    foreach t in array array['embargo_group', 'embargo_member', 'embargo_incident'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert, update on %I to ${app}', t);
    end loop;
end $$;
revoke update on embargo_incident from ${app};

-- The release set: whoever publishes or chairs in a programme that is a member or invited, and whoever sees a member package;
-- nobody who is recused from one of them.
create function sees_embargo(of_group uuid) returns boolean language sql stable security definer set search_path = public
    as $$
    select case when acting_text('system') <> '' then claimed(array[of_group])
        when acting_text('sub') = '' then false
        else exists (select from embargo_member m left join package k on k.id = m.package_id
                where m.group_id = of_group and m.left_at is null
                  and (sees_package(k) or exists (select from appointment a where a.sub = acting_text('sub')
                          and a.agency = acting_text('agency') and a.programme = m.programme
                          and a.office in ('publisher', 'chair') and a.status = 'CONFIRMED'
                          and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now()))))
            and (select g.m_level = any (acting_set('levels')) from embargo_group g where g.id = of_group)
            and not exists (select from embargo_member m where m.group_id = of_group and m.left_at is null
                  and m.package_id is not null and recused_in_package(m.package_id))
        end
    $$;
create policy readable on embargo_group to ${app} using (sees_embargo(id)) with check (true);
create policy readable on embargo_member to ${app} using (sees_embargo(group_id)) with check (true);
create policy readable on embargo_incident to ${app} using (sees_embargo(group_id)) with check (true);

-- How far each member is, for those who see the group: of another side's package its state alone.
create function embargo_members(of_group uuid)
    returns table (id uuid, programme text, invited_at timestamptz, joined_at timestamptz, left_at timestamptz,
                   left_why text, package_id uuid, number text, status text, hold boolean, go boolean, overdue boolean,
                   published_at timestamptz)
    language sql stable security definer set search_path = public as $$
    select m.id, m.programme, m.invited_at, m.joined_at, m.left_at, m.left_why,
           case when seen.it then k.id end,
           case when seen.it then k.programme || '/' || k.year || '/' || k.serial end,
           k.status, k.hold_by is not null, k.go_at is not null and k.release_at = g.release_at,
           k.overdue is not null and m.left_at is null, case when m.left_at is null then k.published_at end
      from embargo_member m join embargo_group g on g.id = m.group_id left join package k on k.id = m.package_id
     cross join lateral (select m.package_id is not null
             and case when acting_text('system') <> '' then claimed(array[k.id]) else sees_package(k) end as it) seen
     where m.group_id = of_group and sees_embargo(of_group) order by m.invited_at, m.id $$;

-- The instant that a package is bound to; the publisher of a package may always know it.
create function agreed_release(of_package uuid) returns timestamptz language sql stable security definer
    set search_path = public
    as $$ select g.release_at from embargo_member m join embargo_group g on g.id = m.group_id
        where m.package_id = of_package and m.left_at is null $$;

-- A package in a group is released with the group, never by itself.
create or replace function due_releases(at timestamptz, most int) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select k.id from package k where k.status = 'SCHEDULED' and k.release_at <= at and k.overdue is null
          and not exists (select from embargo_member m where m.package_id = k.id and m.left_at is null)
        order by k.release_at limit most $$;

-- At its instant, and again once whatever kept it back is over.
create function due_embargoes(at timestamptz, most int) returns table (group_id uuid) language sql stable
    security definer set search_path = public as $$
    select g.id from embargo_group g
     cross join lateral (select count(*) filter (where k.status = 'SCHEDULED' and k.hold_by is null
                                                   and k.go_at is not null and k.release_at = g.release_at) as ready,
                                count(*) filter (where k.status not in ('PUBLISHED', 'DISSOLVED')) as waiting
                           from embargo_member m join package k on k.id = m.package_id
                          where m.group_id = g.id and m.left_at is null) its
     where g.release_at <= at and its.waiting > 0
       and (g.kept_back_at is null or its.ready = its.waiting
            or g.mode = 'ALL_READY_BY' and its.ready > 0 and at >= g.release_at + make_interval(hours => g.alone_after_hours))
     order by g.release_at limit most $$;
create function ids_in_embargo(of_group uuid) returns uuid[] language sql stable security definer set search_path = public
    as $$ select array_agg(distinct i) from embargo_member m, unnest(array[m.group_id, m.package_id]
            || coalesce(ids_in_package(m.package_id), '{}'::uuid[])) i
        where m.group_id = of_group and m.left_at is null and i is not null $$;

-- Those who release in step know that the other side has decided; outside the release set nobody sees more than PROPOSED.
create or replace function alignment_of(of_case uuid)
    returns table (subject_id uuid, programme text, kind text, status text, changed_at timestamptz, proposal_id uuid)
    language sql stable security definer set search_path = public as $$
    select p.subject_id, p.programme, p.kind,
           case when seen.it or p.status = 'PUBLISHED' then p.status
                when p.status in ('APPROVED', 'SCHEDULED') and exists (select from embargo_member m
                        where m.package_id = p.package_id and m.left_at is null and sees_embargo(m.group_id)) then p.status
                else 'SUBMITTED' end,
           case when seen.it or p.status = 'PUBLISHED' then p.changed_at end,
           case when seen.it then p.id end
      from proposal p cross join lateral (select sees_proposal(p) as it) seen
     where p.case_id = of_case
       and (seen.it or participates(of_case) and not recused_in(of_case)
                       and p.status not in ('DRAFT', 'RETURNED', 'REJECTED', 'WITHDRAWN')) $$;
do $$
declare f text;
begin
    foreach f in array array['sees_embargo(uuid)', 'embargo_members(uuid)', 'agreed_release(uuid)',
            'due_embargoes(timestamptz, int)', 'ids_in_embargo(uuid)'] loop
        execute format('revoke all on function %s from public', f);
        execute format('grant execute on function %s to ${app}', f);
    end loop;
end $$;
