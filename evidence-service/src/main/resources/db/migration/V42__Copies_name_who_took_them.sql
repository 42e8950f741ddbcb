-- The id that a marked copy carries unseen, and the entry of the download that it was made for.
create table marked_copy (
    copy uuid primary key,
    event_id uuid not null references journal
);
alter table marked_copy enable row level security;
alter table marked_copy force row level security;
create policy owner_reads on marked_copy to ${owner} using (true) with check (true);
create policy with_its_entry on marked_copy to ${app}
    using (exists (select from journal j where j.event_id = marked_copy.event_id)) with check (true);
grant select, insert on marked_copy to ${app};
