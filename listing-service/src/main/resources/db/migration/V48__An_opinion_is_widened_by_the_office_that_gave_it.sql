-- Opinions that whoever gave them lets all who take part in the case read; there is no way back.
create table widened_opinion (
    proposal_id uuid not null references proposal,
    revision int not null,
    sub text not null,
    account text not null,
    agency text not null,
    at timestamptz not null,
    primary key (proposal_id, revision)
);
alter table widened_opinion enable row level security;
alter table widened_opinion force row level security;
create policy owner_reads on widened_opinion to ${owner} using (true) with check (true);
create policy readable on widened_opinion to ${app} using (exists (select from proposal p where p.id = proposal_id))
    with check (sub = acting_text('sub') and agency = acting_text('agency')
        and exists (select from revision_act a where a.proposal_id = widened_opinion.proposal_id
            and a.revision = widened_opinion.revision and a.act = 'FIND_SUFFICIENT' and a.agency = acting_text('agency')));
grant select, insert on widened_opinion to ${app};

-- Past that table's own policy, which asks the one that asks here; so it asks who reads for itself.
create function opinion_widened(of_proposal uuid, of_revision int) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from widened_opinion w join proposal p on p.id = w.proposal_id
        where w.proposal_id = of_proposal and w.revision = of_revision and sees_proposal(p)) $$;
revoke all on function opinion_widened(uuid, int) from public;
grant execute on function opinion_widened(uuid, int) to ${app};

alter policy readable on revision_act
    using (acting_text('system') <> '' and claimed(array[proposal_id, case_id])
        or exists (select from proposal p where p.id = proposal_id
            and (act in ('AUTHOR', 'SUBMIT', 'ADVISE') or sub = acting_text('sub') or p.agency = acting_text('agency')
                or party_to(array[p.id])))
        or act = 'FIND_SUFFICIENT' and opinion_widened(proposal_id, revision));
