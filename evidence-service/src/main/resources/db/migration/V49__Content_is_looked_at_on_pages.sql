-- One person's look at one version: one entry in the custody, however many pages are turned. It ends by itself.
create table viewing (
    id uuid primary key,
    sub text not null,
    exhibit_id uuid not null references exhibit,
    n int not null,
    viewer text not null,
    pages int not null,
    -- In which characters a text is written.
    written text,
    -- Its end is wanting, as far as that can be told.
    cut_short boolean not null,
    -- The id that its pictures carry where the marking asks that they name their reader.
    copy uuid,
    begun_at timestamptz not null,
    ends_at timestamptz not null
);
create index viewing_of on viewing (sub, ends_at);
alter table viewing enable row level security;
alter table viewing force row level security;
create policy owner_reads on viewing to ${owner} using (true) with check (true);
create policy ones_own on viewing to ${app}
    using (sub = acting_text('sub') and acting_text('system') = '') with check (sub = acting_text('sub'));
grant select, insert, delete on viewing to ${app};
