-- Where a person is mailed, as the person's last token said it; the person and the job that mails read it, nobody else.
create table mailbox (
    sub text primary key,
    account text not null,
    agency text not null,
    address text,
    language text not null,
    noted_at timestamptz not null
);
alter table mailbox enable row level security;
alter table mailbox force row level security;
create policy owner_reads on mailbox to ${owner} using (true) with check (true);
create policy own_or_mailing on mailbox to ${app}
    using (sub = acting_text('sub') and sub <> '' or acting_text('system') = 'mail')
    with check (sub = acting_text('sub') and sub <> '');
grant select, insert, update on mailbox to ${app};

-- What one person is told of one deadline: when it arises (lead NOW) and at each lead time before it. Ids and times, no text.
create table notice (
    id uuid primary key,
    sub text not null,
    account text not null,
    agency text not null,
    kind text not null,
    programme text not null,
    thing uuid not null,
    case_id uuid,
    proposal_id uuid,
    package_id uuid,
    round_id uuid,
    silence boolean not null,
    due timestamptz not null,
    lead text not null,
    created_at timestamptz not null,
    state text not null check (state in ('WAITING', 'SENT', 'NO_ADDRESS', 'NO_SERVER', 'TOO_LATE', 'GIVEN_UP')),
    attempts int not null default 0,
    next_at timestamptz not null,
    sent_at timestamptz,
    failure text,
    -- On any number of replicas, and after any restart, nobody is told the same twice; a moved deadline is another one.
    constraint told_once unique (sub, thing, kind, due, lead)
);
create index notice_of_person on notice (sub, created_at desc, id);
create index notice_waiting on notice (next_at) where state = 'WAITING';
create index notice_unsent on notice (agency, account) where state in ('NO_ADDRESS', 'GIVEN_UP', 'TOO_LATE');
alter table notice enable row level security;
alter table notice force row level security;
create policy owner_writes on notice to ${owner} using (true) with check (true);
create policy own_or_mailing on notice to ${app}
    using (sub = acting_text('sub') and sub <> '' or acting_text('system') = 'mail')
    with check (acting_text('system') = 'mail');
-- Written by tell() alone; the job that mails says what became of it.
grant select, update (state, attempts, next_at, sent_at, failure) on notice to ${app};

create index proposal_on_hold on proposal (review_by) where status = 'ON_HOLD';
create index round_stopped on round (deadline) where status = 'STOPPED';
create index package_window on package (window_ends_at) where window_ends_at is not null;

-- What waits, one view for each kind: deadlines_KIND (hyphens as underscores), with these columns. A kind that comes later
-- brings a view of its own and a row in Reminding. since: from when the deadline is this one; seats: who of them has to act,
-- or null where those are meant who hold the offices that Reminding names. The service reads none of them: it learns
-- through tell() how many notices there were.
create view deadlines_vote as
    select r.id as thing, r.programme, null::uuid as case_id, null::uuid as proposal_id, r.package_id, r.id as round_id,
           r.silence, r.deadline as due,
           coalesce(to_timestamp((r.moves -> -1 ->> 'at')::double precision), r.opened_at) as since,
           array(select s ->> 'seat' from jsonb_array_elements(r.electorate) s
                  where not exists (select from vote v where v.round_id = r.id and v.seat = s ->> 'seat'
                                       and v.superseded_at is null)) as seats
      from round r where r.status = 'OPEN';

create view deadlines_mediate as
    select r.id as thing, r.programme, null::uuid as case_id, null::uuid as proposal_id, r.package_id, r.id as round_id,
           false as silence, r.deadline as due, r.opened_at as since, null::text[] as seats
      from round r where r.status = 'STOPPED';

-- An outvoted seat while it may escalate what was adopted; after a failure any seat that voted on it.
create view deadlines_escalate as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, k.window_ends_at as due,
           coalesce((select max(r.closed_at) from round r where r.package_id = k.id), k.formed_at) as since,
           case when k.status = 'ADOPTED' then k.outvoted
                else array(select s ->> 'seat' from jsonb_array_elements(
                    (select r.electorate from round r where r.package_id = k.id order by r.opened_at desc limit 1)) s) end as seats
      from package k where k.window_ends_at is not null;

create view deadlines_review_hold as
    select p.id as thing, p.programme, p.case_id, p.id as proposal_id, null::uuid as package_id, null::uuid as round_id,
           false as silence, p.review_by as due, p.changed_at as since, null::text[] as seats
      from proposal p where p.status = 'ON_HOLD' and p.review_by is not null;

create view deadlines_publish_watch as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, k.release_at as due, k.formed_at as since, null::text[] as seats
      from package k where k.status = 'SCHEDULED';

-- Scheduled, but held, or without a GO for the instant that counts: at T it would not be released.
create view deadlines_free_release as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, coalesce(agreed_release(k.id), k.release_at) as due,
           k.formed_at as since, null::text[] as seats
      from package k where k.status = 'SCHEDULED' and k.hold_by is not null;
create view deadlines_give_go as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, coalesce(agreed_release(k.id), k.release_at) as due,
           k.formed_at as since, null::text[] as seats
      from package k where k.status = 'SCHEDULED' and k.hold_by is null
       and (k.go_at is null or coalesce(agreed_release(k.id), k.release_at) <> k.release_at);

-- A formal correction that all seats take in by silence.
create view deadlines_correction_see as
    select c.id as thing, c.programme, c.case_id, c.proposal_id, c.package_id, null::uuid as round_id, true as silence,
           c.period_ends_at as due, c.confirmed_at as since, c.electorate as seats
      from correction c where c.status = 'TACIT';

create view deadlines_join_embargo as
    select g.id as thing, m.programme, null::uuid as case_id, null::uuid as proposal_id, null::uuid as package_id,
           null::uuid as round_id, false as silence, g.release_at as due, m.invited_at as since, null::text[] as seats
      from embargo_group g join embargo_member m on m.group_id = g.id
     where m.left_at is null and m.package_id is null and g.kept_back_at is null;

create view deadlines_confirm_in_time as
    select l.id as thing, l.programme, l.case_id, p.id as proposal_id, null::uuid as package_id, null::uuid as round_id,
           false as silence, l.lapses_at as due,
           coalesce((select e.applied_at from listing_extension e where in_place_of(e.listing_id) = l.id), l.published_at) as since,
           null::text[] as seats
      from listing l
      left join lateral (select c.id from proposal c where c.kind = 'CONFIRM' and in_place_of(c.listing_id) = l.id
                            and c.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') limit 1) p on true
     where l.status = 'ACTIVE' and l.lapses_at is not null;

-- Tells whoever holds a seat or office concerned, an alternate too, and isn't recused. before null: now, of one package;
-- else once the deadline is at most so far ahead and no shorter lead is reached. Leads count in the zone's calendar, so
-- that hours in UTC are hours and days in a programme's zone are its days. A lead that was over when the deadline became
-- this one is left out: it was told then.
create function tell(its_kind text, offices text[], its_lead text, before interval, shorter interval, zone text,
        of_programme text, of_package uuid) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    told int;
begin
    if before is null and of_package is null or before is not null and acting_text('system') <> 'reminders' then
        raise exception 'only the job reminds' using errcode = 'insufficient_privilege';
    end if;
    execute format($query$
        insert into notice (id, sub, account, agency, kind, programme, thing, case_id, proposal_id, package_id, round_id,
                silence, due, lead, created_at, state, next_at)
        select gen_random_uuid(), a.sub, a.account, a.agency, $1, d.programme, d.thing, d.case_id, d.proposal_id,
               d.package_id, d.round_id, d.silence, d.due, $3, acting_now(), 'WAITING', acting_now()
          from %I d
          join appointment a on a.programme = d.programme and a.status = 'CONFIRMED' and a.valid_from <= acting_now()
               and (a.valid_to is null or a.valid_to > acting_now())
               and (a.seat = any (d.seats) or d.seats is null and a.office = any ($2))
         where ($7 is null or d.programme = $7) and ($8 is null or d.package_id = $8)
           and ($4 is null and d.due > acting_now()
                or d.due <= acting_now() + $4 + interval '2 hours'
                    and (d.due at time zone $6 - $4) at time zone $6 <= acting_now()
                    and (d.due at time zone $6 - $4) at time zone $6 > d.since
                    and ($5 is null or (d.due at time zone $6 - $5) at time zone $6 > acting_now()))
           and not exists (select from recusal x where x.sub = a.sub and x.case_id = d.case_id)
           and not exists (select from recusal x join package_entry e on e.case_id = x.case_id
                            where x.sub = a.sub and e.package_id = d.package_id and e.left_at is null)
        on conflict do nothing
        $query$, 'deadlines_' || replace(its_kind, '-', '_'))
    using its_kind, offices, its_lead, before, shorter, zone, of_programme, of_package;
    get diagnostics told = row_count;
    return told;
end $$;
revoke all on function tell(text, text[], text, interval, interval, text, text, uuid) from public;
grant execute on function tell(text, text[], text, interval, interval, text, text, uuid) to ${app};

-- For an agency's administrator: which of its accounts can't be mailed, and how often that was so. No ids of what it was about.
create function not_mailed() returns table (account text, state text, notices bigint, last_at timestamptz, failure text)
    language sql stable security definer set search_path = public, pg_temp as $$
    select n.account, n.state, count(*), max(n.created_at), max(n.failure)
      from notice n where n.agency = acting_text('agency') and n.state in ('NO_ADDRESS', 'GIVEN_UP', 'TOO_LATE')
     group by n.account, n.state order by n.account, n.state $$;
revoke all on function not_mailed() from public;
grant execute on function not_mailed() to ${app};
