-- From when to when a seat's holder is away, and which alternate of the seat stands in. No reason: that is nobody's business.
create table absence (
    id uuid primary key,
    appointment_id uuid not null references appointment,
    deputy_id uuid not null references appointment,
    programme text not null,
    seat text not null,
    agency text not null,
    sub text not null,
    account text not null,
    deputy_sub text not null,
    deputy_account text not null,
    away_from timestamptz not null,
    away_until timestamptz not null,
    declared_by text not null,
    declared_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    constraint ends_after_it_begins check (away_until > away_from),
    constraint another_person check (deputy_sub <> sub)
);
create index absence_of_seat on absence (programme, seat, away_until);
alter table absence enable row level security;
alter table absence force row level security;
create policy owner_reads on absence to ${owner} using (true) with check (true);
-- Who stands in for a seat is known to everybody, as who holds it is; only its agency says so.
create policy known_to_all on absence to ${app}
    using (acting_text('sub') <> '' or acting_text('system') <> '')
    with check (agency = acting_text('agency'));
grant select, insert, update (ended_by, ended_at) on absence to ${app};

-- For whom an alternate spoke, and why the holder did not: absent, recused, none there, or simply its alternate.
alter table vote
    add column for_sub text,
    add column for_account text,
    add column for_why text;
