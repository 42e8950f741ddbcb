-- A revocation or an end tells that there was a release, when it ended, and with the next one how many there were. So it is told to
-- the agency whose proposal rests on the version, to the agencies that the release reached, and to chair, legal office and
-- secretariat of the programme, to these once for each version: they must know that the revision is flagged (G2, G10), and
-- not by whose release. What befell the exhibit itself is told to everyone who reads of the proposal's acts.
create table evidence_loss (
    event_id uuid primary key,
    proposal_id uuid not null references proposal,
    revision int not null,
    exhibit_id uuid not null,
    version int,
    everyone boolean not null,
    offices boolean not null,
    reached text[] not null
);
create index evidence_loss_of_version on evidence_loss (proposal_id, revision, exhibit_id, version);

-- Of what was told before, it isn't known any more whom a release had reached.
insert into evidence_loss (event_id, proposal_id, revision, exhibit_id, version, everyone, offices, reached)
    select l.event_id, l.aggregate_id, l.aggregate_revision, (l.lost ->> 'exhibitId')::uuid, (l.lost #>> '{versions,0}')::int,
           not l.ended, l.ended and l.scope_id is not null and row_number() over (
               partition by l.aggregate_id, l.aggregate_revision, l.ended, l.scope_id is null, l.lost ->> 'exhibitId',
                   l.lost #>> '{versions,0}'
               order by l.occurred_at, l.event_id) = 1, '{}'
      from (select j.event_id, j.aggregate_id, j.aggregate_revision, j.scope_id, j.occurred_at, detail as lost,
                   detail ->> 'outcome' in ('REVOKED', 'EXPIRED') as ended
              from journal j join journal_payload b using (event_id)
             cross join lateral (select convert_from(b.bytes, 'UTF8')::jsonb -> 'detail') as of_payload (detail)
             where j.type = 'proposal.evidence-lost') l;

alter table evidence_loss enable row level security;
alter table evidence_loss force row level security;
create policy owner_reads on evidence_loss to ${owner} using (true) with check (true);
create policy written_by_the_feed on evidence_loss to ${app}
    using (acting_text('system') = 'feed')
    with check (acting_text('system') = 'feed');
grant select, insert on evidence_loss to ${app};

-- Reads tables that the asking person may not, and answers about that person alone; of a row that isn't there: not told.
create function told_of_loss(event uuid) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from evidence_loss l join proposal p on p.id = l.proposal_id
        where l.event_id = event and (l.everyone
            or p.agency = acting_text('agency')
            or acting_text('agency') = any (l.reached)
            or l.offices and exists (select from appointment a where a.sub = acting_text('sub')
                and a.agency = acting_text('agency') and a.programme = p.programme
                and a.office in ('chair', 'legal', 'secretariat') and a.status = 'CONFIRMED'
                and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())))) $$;
revoke all on function told_of_loss(uuid) from public;
grant execute on function told_of_loss(uuid) to ${app};

create policy losses_are_told_to_whom_they_concern on journal as restrictive for select to ${app}
    using (type <> 'proposal.evidence-lost' or acting_text('system') <> '' or audits(case_id, programme)
        or told_of_loss(event_id));

-- Which versions' releases have ended is the jobs' to read, and nobody's who reads the proposal.
alter policy readable on access_doubt using (acting_text('system') <> '');
