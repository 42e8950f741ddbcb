-- Recorded by one person of the secretariat, confirmed by another, then applied by the job that alone writes listings.
create table listing_extension (
    listing_id uuid primary key references listing,
    number text not null,
    decided_on date not null,
    recorded_by text not null,
    recorded_account text not null,
    recorded_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_at timestamptz,
    applied_at timestamptz,
    constraint two_persons check (confirmed_by <> recorded_by)
);
alter table listing_extension enable row level security;
alter table listing_extension force row level security;
create policy owner_reads on listing_extension to ${owner} using (true) with check (true);
create policy public_as_the_listing on listing_extension to ${app}
    using (acting_text('sub') <> '' or acting_text('system') <> '')
    with check (acting_text('sub') <> '' or acting_text('system') = 'release');
grant select, insert, update on listing_extension to ${app};
