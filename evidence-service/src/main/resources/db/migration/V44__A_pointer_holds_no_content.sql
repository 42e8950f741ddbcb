-- Of what is above the ceiling there is a record without content: where it is held, under which reference, and whom to ask.
alter table exhibit add column pointer boolean not null default false;
create table pointer (
    exhibit_id uuid primary key references exhibit,
    version_id uuid not null references exhibit_version,
    level text not null,
    place text not null,
    reference text not null,
    contact text not null
);
alter table pointer enable row level security;
alter table pointer force row level security;
create policy owner_reads on pointer to ${owner} using (true) with check (true);
grant select, insert on pointer to ${app};
create policy with_its_version on pointer for select to ${app}
    using (exists (select from exhibit_version v where v.id = version_id));
create policy of_my_agency on pointer for insert to ${app}
    with check (exists (select from exhibit x where x.id = exhibit_id and x.pointer and x.originator = acting_text('agency')));

-- Whatever the service does: no bytes come to a pointer, it stays the one version, and no proposal may cite it (LEAD_ONLY).
create function pointer_without_content() returns trigger language plpgsql security definer set search_path = public
    as $$
begin
    if exists (select from exhibit x where x.id = new.exhibit_id and x.pointer)
            and (new.blob_id is not null or new.n > 1 or new.reliance_use <> 'LEAD_ONLY') then
        raise exception 'a pointer holds no content' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function pointer_without_content() from public;
create trigger pointer_without_content before insert or update on exhibit_version
    for each row execute function pointer_without_content();
create function pointer_stays_one() returns trigger language plpgsql as $$
begin
    raise exception 'what points stays a pointer, and what holds content an exhibit' using errcode = 'insufficient_privilege';
end $$;
create trigger pointer_stays_one before update of pointer on exhibit
    for each row when (old.pointer <> new.pointer) execute function pointer_stays_one();
