-- A seat that has not spoken can no longer open what the round was opened with; told at once, and before its deadline.
create view deadlines_restore_access as
    select r.id as thing, r.programme, null::uuid as case_id, null::uuid as proposal_id, r.package_id, r.id as round_id,
           false as silence, r.deadline as due, min(l.since) as since, null::text[] as seats
      from round r join seat_access_lost l on l.round_id = r.id where r.status in ('OPEN', 'STOPPED')
     group by r.id, r.programme, r.package_id, r.deadline;
