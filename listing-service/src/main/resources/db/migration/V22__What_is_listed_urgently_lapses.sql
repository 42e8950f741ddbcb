alter table listing add column lapses_at timestamptz;
create index listing_lapses on listing (lapses_at) where lapses_at is not null and status = 'ACTIVE';
grant update (lapses_at) on listing to ${app};
