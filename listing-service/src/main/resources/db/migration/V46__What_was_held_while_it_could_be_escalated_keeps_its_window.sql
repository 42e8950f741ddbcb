-- Until when its package could be escalated when a proposal was held out of it; resuming gives it the rest.
alter table package_entry add column window_ends_at timestamptz;

-- A package that was taken up again has had no round of its own: whoever voted on what is in it may escalate it.
create or replace view deadlines_escalate as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, k.window_ends_at as due,
           coalesce((select max(r.closed_at) from round r where r.package_id = k.id), k.formed_at) as since,
           case when k.status = 'ADOPTED' then k.outvoted
                else array(select s ->> 'seat' from jsonb_array_elements(
                    (select r.electorate from package_entry e
                       join round_entry v on v.proposal_id = e.proposal_id and v.revision = e.revision
                       join round r on r.id = v.round_id
                      where e.package_id = k.id and e.left_at is null order by r.opened_at desc limit 1)) s) end as seats
      from package k where k.window_ends_at is not null;
