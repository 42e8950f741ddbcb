-- Formal corrections: changes of form to a decided text, made by one person, confirmed by another. What was decided stays
-- bound to the old hash; the row is a link of the chain old text, correction, corrected text, and never rewritten.
create table correction (
    id uuid primary key,
    version bigint not null,
    package_id uuid not null references package,
    proposal_id uuid not null references proposal,
    case_id uuid not null,
    programme text not null,
    revision int not null,
    status text not null,
    reason text not null,
    changes jsonb not null,
    decided_hash text not null,
    from_hash text not null,
    correction_hash text not null,
    to_hash text not null,
    made_by text not null,
    made_account text not null,
    made_agency text not null,
    made_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_agency text,
    confirmed_at timestamptz,
    period_ends_at timestamptz,
    electorate text[] not null,
    ended_at timestamptz,
    ended_account text,
    ended_agency text,
    ended_seat text,
    ended_why text,
    constraint two_persons check (confirmed_by <> made_by),
    constraint tacit_after_a_lawyer check (status not in ('TACIT', 'TAKEN_IN', 'DROPPED')
        or confirmed_by is not null and period_ends_at is not null)
);
create index correction_of_proposal on correction (proposal_id, made_at desc, id);
create index correction_in_package on correction (package_id, made_at desc, id);
create index correction_due on correction (period_ends_at) where status = 'TACIT';
create unique index one_correction_pending on correction (package_id, proposal_id) where status in ('PROPOSED', 'TACIT');

-- Visible with the package: to the stage's seats and the programme's offices. The two hands are those of the acting
-- persons, and only the system takes in, also where the service forgets to ask.
alter table correction enable row level security;
alter table correction force row level security;
create policy owner_reads on correction to ${owner} using (true) with check (true);
create policy readable on correction to ${app}
    using (acting_text('system') <> '' and claimed(array[package_id])
        or not recused_in(case_id) and exists (select from package k where k.id = package_id))
    with check ((status <> 'PROPOSED' or made_by = acting_text('sub'))
        and (status <> 'TACIT' or confirmed_by = acting_text('sub'))
        and (status <> 'TAKEN_IN' or acting_text('system') <> ''));
grant select, insert on correction to ${app};
grant update (version, status, confirmed_by, confirmed_account, confirmed_agency, confirmed_at, period_ends_at, electorate,
    ended_at, ended_account, ended_agency, ended_seat, ended_why) on correction to ${app};

-- A job learns the ids of packages alone, and sees rows once it claims them.
create function due_corrections(at timestamptz, most int) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select distinct c.package_id from correction c where c.status = 'TACIT' and c.period_ends_at <= at limit most $$;
revoke all on function due_corrections(timestamptz, int) from public;
grant execute on function due_corrections(timestamptz, int) to ${app};

-- Of the text that is printed, where it was corrected; content_hash stays the decided one.
alter table listing add column corrected_hash text;
