-- Which revisions cite a version whose release was revoked or has run out since: told by the feed. Whether a seat lost its
-- access by that is asked of evidence-service, by a job while a round is open and once more at its deadline (G12 a).
create table access_doubt (
    proposal_id uuid not null references proposal,
    revision int not null,
    exhibit_id uuid not null,
    version int not null,
    at timestamptz not null,
    primary key (proposal_id, revision, exhibit_id, version, at)
);
alter table access_doubt enable row level security;
alter table access_doubt force row level security;
create policy owner_reads on access_doubt to ${owner} using (true) with check (true);
create policy readable on access_doubt to ${app}
    using (exists (select from proposal p where p.id = proposal_id))
    with check (acting_text('system') = 'feed');
grant select, insert on access_doubt to ${app};

-- What seats that have not spoken could not open when they were asked about last; replaced as a whole, empty again once they can.
create table seat_access_lost (
    round_id uuid not null references round,
    package_id uuid not null references package,
    seat text not null,
    exhibit_id uuid not null,
    version int not null,
    since timestamptz not null,
    primary key (round_id, seat, exhibit_id, version)
);
alter table seat_access_lost enable row level security;
alter table seat_access_lost force row level security;
create policy owner_reads on seat_access_lost to ${owner} using (true) with check (true);
-- Who can't read what is told to the programme's chair and to the seat itself.
create policy readable on seat_access_lost to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or exists (select from package k join appointment a on a.programme = k.programme where k.id = package_id
            and a.sub = acting_text('sub') and a.agency = acting_text('agency')
            and (a.office = 'chair' or a.seat = seat_access_lost.seat) and a.status = 'CONFIRMED'
            and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())))
    with check (acting_text('system') = 'seat-access');
grant select, insert, delete on seat_access_lost to ${app};

-- A doubt stays as long as its round: where there are more than are asked about at once, each comes round in some run.
create function due_access_questions(at timestamptz, most int) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select due.package_id from (select distinct r.package_id from access_doubt d
            join package_entry e on e.proposal_id = d.proposal_id and e.revision = d.revision and e.left_at is null
            join round r on r.package_id = e.package_id and r.status in ('OPEN', 'STOPPED')
        where d.at >= r.opened_at and (r.status = 'STOPPED' or r.deadline > due_access_questions.at)) due
        order by random() limit most $$;
revoke all on function due_access_questions(timestamptz, int) from public;
grant execute on function due_access_questions(timestamptz, int) to ${app};
