-- An exhibit is a head without content: its title, marking and file belong to a version, each marked at birth.
create table exhibit (
    id uuid primary key,
    version bigint not null,
    case_id uuid not null,
    originator text not null,
    latest int not null,
    created_at timestamptz not null,
    withdrawn_at timestamptz,
    withdrawn_by text,
    withdraw_reason text
);
create index exhibit_of_case on exhibit (case_id, id);

-- Sealed bytes, stored once per owning agency; the constraint names the owner, so it tells nothing to another one.
create table blob (
    id uuid primary key,
    owner text not null,
    sha256 text not null,
    size bigint not null,
    piece_size int not null,
    wrapped_key bytea not null,
    sealed_at timestamptz not null,
    constraint once_per_owner unique (owner, sha256)
);

create table exhibit_version (
    id uuid primary key,
    version bigint not null,
    exhibit_id uuid not null references exhibit,
    n int not null,
    case_id uuid not null,
    originator text not null,
    title text not null,
    source_type text not null,
    source_url text,
    archived_url text,
    collected_at timestamptz not null,
    languages text[] not null,
    reliability text not null,
    credibility int not null,
    reliance_use text not null,
    media_type text not null,
    declared_sha256 text,
    reason text,
    created_at timestamptz not null,
    created_by text not null,
    created_account text not null,
    blob_id uuid references blob,
    sha256 text,
    size bigint,
    detected_media_type text,
    held_at timestamptz,
    m_level text not null, m_orcon boolean not null, m_rel_to text[] not null, m_tlp text not null, m_named text[] not null,
    constraint numbered_once unique (exhibit_id, n),
    constraint held_whole check ((blob_id is null) = (sha256 is null) and (blob_id is null) = (size is null)
        and (blob_id is null) = (held_at is null))
);
create index exhibit_version_of_case on exhibit_version (case_id, exhibit_id, n);
create index exhibit_version_of_blob on exhibit_version (blob_id);

-- Which exhibit versions a proposal relies on, as listing-service's feed tells it.
create table citation (
    proposal_id uuid not null,
    case_id uuid not null,
    exhibit_id uuid not null,
    n int not null,
    primary key (proposal_id, exhibit_id, n)
);
create index citation_of_exhibit on citation (exhibit_id, n);
create index citation_of_case on citation (case_id);

-- A proposal opens a version to its parties only within its own case.
create function scopes_of_version(of_exhibit uuid, of_n int, in_case uuid) returns uuid[] language sql stable
    security definer set search_path = public
    as $$ select coalesce(array_agg(c.proposal_id), '{}'::uuid[]) from citation c
        where c.exhibit_id = of_exhibit and c.n = of_n and c.case_id = in_case $$;

do $$
declare t text;
begin
    foreach t in array array['exhibit', 'blob', 'exhibit_version', 'citation'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy owner_reads on %I to ${owner} using (true) with check (true)', t);
        execute format('grant select, insert on %I to ${app}', t);
    end loop;
end $$;
grant update on exhibit, exhibit_version to ${app};
grant delete on citation to ${app};

-- A job names the exhibits or cases that it is about; only for a person are citations asked for, row by row.
create policy readable on exhibit_version to ${app}
    using (case when acting_text('system') <> '' then claimed(array[exhibit_id, case_id])
        else visible(m_level, m_orcon, m_rel_to, m_tlp, m_named, originator, exhibit_id, case_id,
            scopes_of_version(exhibit_id, n, case_id), 'CASE', null) end)
    with check (true);
create policy by_its_versions on exhibit to ${app}
    using (case when acting_text('system') <> '' then claimed(array[id, case_id])
        else exists (select from exhibit_version v where v.exhibit_id = exhibit.id) end)
    with check (true);
create policy own_or_by_its_versions on blob to ${app}
    using (owner = acting_text('agency') or exists (select from exhibit_version v where v.blob_id = blob.id))
    with check (true);
create policy of_my_cases on citation to ${app}
    using (acting_text('system') <> '' or participates(case_id) or party_to(array[proposal_id]))
    with check (true);
