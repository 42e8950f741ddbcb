-- For the alignment of a case: what the reader sees of its proposals, and of the others of a case that its agency takes part
-- in no more than that a jurisdiction has one on the table, or has listed the subject.
create function alignment_of(of_case uuid)
    returns table (subject_id uuid, programme text, kind text, status text, changed_at timestamptz, proposal_id uuid)
    language sql stable security definer set search_path = public as $$
    select p.subject_id, p.programme, p.kind,
           case when seen.it or p.status = 'PUBLISHED' then p.status else 'SUBMITTED' end,
           case when seen.it or p.status = 'PUBLISHED' then p.changed_at end,
           case when seen.it then p.id end
      from proposal p cross join lateral (select sees_proposal(p) as it) seen
     where p.case_id = of_case
       and (seen.it or participates(of_case) and not recused_in(of_case)
                       and p.status not in ('DRAFT', 'RETURNED', 'REJECTED', 'WITHDRAWN')) $$;
revoke all on function alignment_of(uuid) from public;
grant execute on function alignment_of(uuid) to ${app};
