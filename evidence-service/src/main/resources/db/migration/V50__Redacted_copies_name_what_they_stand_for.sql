-- That an exhibit stands for a version of another one, of which something was taken out.
create table redaction (
    copy_id uuid primary key references exhibit,
    of_exhibit_id uuid not null references exhibit,
    of_n int not null,
    case_id uuid not null,
    removed text not null,
    reason text not null,
    -- Words that must not be found in the copy any more.
    passages text[] not null,
    made_by text not null,
    made_account text not null,
    made_at timestamptz not null
);
create index redaction_of on redaction (of_exhibit_id);

-- What was found in a version of a copy when it was looked through.
create table redaction_check (
    copy_id uuid not null references redaction,
    n int not null,
    outcome text not null,
    found text[] not null,
    checked_by text not null,
    checked_account text not null,
    checked_at timestamptz not null
);
create index redaction_check_of on redaction_check (copy_id, checked_at);

do $$
declare t text;
begin
    foreach t in array array['redaction', 'redaction_check'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
-- For those alone who see both.
create policy with_both on redaction to ${app}
    using (acting_text('system') = ''
        and exists (select from exhibit_version v where v.exhibit_id = redaction.copy_id)
        and exists (select from exhibit_version v where v.exhibit_id = redaction.of_exhibit_id and v.n = redaction.of_n))
    with check (true);
create policy with_both on redaction_check to ${app}
    using (exists (select from redaction r where r.copy_id = redaction_check.copy_id)) with check (true);
