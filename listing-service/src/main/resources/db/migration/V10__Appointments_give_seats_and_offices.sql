-- A seat or office of a programme, held by one person from a day to another; never deleted.
create table appointment (
    id uuid primary key,
    version bigint not null,
    sub text not null,
    account text not null,
    agency text not null,
    programme text not null,
    seat text,
    office text,
    alternate boolean not null,
    instrument text not null,
    covers_agencies text[] not null,
    covers_programmes text[] not null,
    valid_from timestamptz not null,
    valid_to timestamptz,
    status text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz,
    ended_by text,
    ended_at timestamptz,
    end_reason text,
    constraint a_seat_or_an_office check ((seat is null) <> (office is null))
);
create index appointment_of_person on appointment (sub, programme);
create index appointment_of_seat on appointment (programme, seat) where seat is not null;
create index appointment_of_office on appointment (programme, office) where office is not null;
-- Within one agency alone, so the constraint tells nothing about another one.
create unique index one_live_seat on appointment (sub, programme) where seat is not null and status = 'CONFIRMED';

-- Appointments are no case content: who holds which seat is known to everybody who takes part in a programme.
grant select, insert, update on appointment to ${app};
