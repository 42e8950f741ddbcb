-- Whose programme has a package in the group: the release set. Whoever is only invited is told what he is asked to, and by whom:
-- neither how far the members are, nor what befell them.
create function joined_embargo(of_group uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$
    select sees_embargo(of_group) and (acting_text('system') <> ''
        or exists (select from embargo_member m where m.group_id = of_group and m.left_at is null and m.joined_at is not null
              and (audits_programme(m.programme)
                  or exists (select from appointment a where a.sub = acting_text('sub')
                      and a.agency = acting_text('agency') and a.programme = m.programme
                      and a.office in ('publisher', 'chair') and a.status = 'CONFIRMED'
                      and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())))))
    $$;
revoke all on function joined_embargo(uuid) from public;
grant execute on function joined_embargo(uuid) to ${app};

alter policy readable on embargo_incident using (joined_embargo(group_id));

create or replace function embargo_members(of_group uuid)
    returns table (id uuid, programme text, invited_at timestamptz, joined_at timestamptz, left_at timestamptz,
                   left_why text, package_id uuid, number text, status text, hold boolean, go boolean, overdue boolean,
                   published_at timestamptz)
    language sql stable security definer set search_path = public as $$
    select m.id, m.programme, m.invited_at, m.joined_at, m.left_at, m.left_why,
           case when seen.it then k.id end,
           case when seen.it then k.programme || '/' || k.year || '/' || k.serial end,
           case when inside.it then k.status when k.id is not null then 'TAKES_PART' end,
           inside.it and k.hold_by is not null,
           inside.it and k.go_at is not null and k.release_at = g.release_at,
           inside.it and k.overdue is not null and m.left_at is null,
           case when inside.it and m.left_at is null then k.published_at end
      from embargo_member m join embargo_group g on g.id = m.group_id left join package k on k.id = m.package_id
     cross join (select joined_embargo(of_group) as it) inside
     cross join lateral (select m.package_id is not null
             and case when acting_text('system') <> '' then claimed(array[k.id]) else sees_package(k) end as it) seen
     where m.group_id = of_group and sees_embargo(of_group) and (inside.it or m.left_at is null)
     order by m.invited_at, m.id $$;

-- Outside the release set nobody sees more than PROPOSED.
create or replace function alignment_of(of_case uuid)
    returns table (subject_id uuid, programme text, kind text, status text, changed_at timestamptz, proposal_id uuid)
    language sql stable security definer set search_path = public as $$
    select p.subject_id, p.programme, p.kind,
           case when seen.it or p.status = 'PUBLISHED' then p.status
                when p.status in ('APPROVED', 'SCHEDULED') and exists (select from embargo_member m
                        where m.package_id = p.package_id and m.left_at is null and joined_embargo(m.group_id)) then p.status
                else 'SUBMITTED' end,
           case when seen.it or p.status = 'PUBLISHED' then p.changed_at end,
           case when seen.it then p.id end
      from proposal p cross join lateral (select sees_proposal(p) as it) seen
     where p.case_id = of_case
       and (seen.it or participates(of_case) and not recused_in(of_case)
                       and p.status not in ('DRAFT', 'RETURNED', 'REJECTED', 'WITHDRAWN')) $$;
