-- What a listing says is never rewritten; an amendment is a row of its own that takes its place, a removal ends it.
alter table listing
    add column amends uuid references listing,
    add column ended_at timestamptz,
    add column ended_by uuid references proposal,
    add column succeeded_by uuid references listing,
    add constraint ended_by_an_act check ((status = 'ACTIVE') = (ended_at is null));
grant update (status, ended_at, ended_by, succeeded_by) on listing to ${app};
