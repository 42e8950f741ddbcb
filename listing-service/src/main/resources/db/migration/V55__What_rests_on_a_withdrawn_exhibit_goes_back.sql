-- Which revisions cite an exhibit that was withdrawn since: told by the feed, acted on by a job once the proposal stands where
-- a material change can reach it (G12 a). Never removed: a revision that lost an exhibit is never decided on.
create table evidence_withdrawn (
    proposal_id uuid not null references proposal,
    revision int not null,
    exhibit_id uuid not null,
    at timestamptz not null,
    primary key (proposal_id, revision, exhibit_id)
);
alter table evidence_withdrawn enable row level security;
alter table evidence_withdrawn force row level security;
create policy owner_reads on evidence_withdrawn to ${owner} using (true) with check (true);
create policy readable on evidence_withdrawn to ${app}
    using (exists (select from proposal p where p.id = proposal_id))
    with check (acting_text('system') = 'feed');
grant select, insert on evidence_withdrawn to ${app};

create function due_withdrawn(at timestamptz, most int) returns table (proposal_id uuid, package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select distinct p.id, p.package_id from evidence_withdrawn w join proposal p
            on p.id = w.proposal_id and p.revision = w.revision
        where p.status in ('READY', 'DECIDING', 'APPROVED', 'SCHEDULED') and (p.law_at is null or p.law_at > at) limit most $$;
revoke all on function due_withdrawn(timestamptz, int) from public;
grant execute on function due_withdrawn(timestamptz, int) to ${app};
