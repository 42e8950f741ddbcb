-- What a person last said to open exhibits of a case for: the person's own words, for the person's next form alone.
create table read_purpose (
    sub text not null,
    case_id uuid not null,
    purpose text not null,
    said_at timestamptz not null,
    primary key (sub, case_id)
);
alter table read_purpose enable row level security;
alter table read_purpose force row level security;
create policy owner_reads on read_purpose to ${owner} using (true) with check (true);
create policy ones_own on read_purpose to ${app}
    using (sub = acting_text('sub') and acting_text('system') = '') with check (sub = acting_text('sub'));
grant select, insert, update on read_purpose to ${app};
