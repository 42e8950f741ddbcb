-- What a revision says in another language: each writing a row of its own, the newest counts. The decided text and its hash
-- stay what votes are bound to; of_hash names it.
create table language_version (
    id uuid primary key,
    proposal_id uuid not null references proposal,
    revision int not null,
    language text not null,
    n int not null,
    text jsonb not null,
    of_hash text not null,
    sha256 text not null,
    written_by text not null,
    written_account text not null,
    written_agency text not null,
    written_at timestamptz not null,
    confirmed_by text,
    confirmed_account text,
    confirmed_agency text,
    confirmed_at timestamptz,
    constraint two_persons check (confirmed_by <> written_by),
    unique (proposal_id, revision, language, n)
);

-- Read with the revision that it says anew. The two hands are those of the acting persons, also where the service forgets
-- to ask.
alter table language_version enable row level security;
alter table language_version force row level security;
create policy owner_reads on language_version to ${owner} using (true) with check (true);
create policy readable on language_version to ${app}
    using (exists (select from revision r where r.proposal_id = language_version.proposal_id and r.n = language_version.revision))
    with check (confirmed_by is null and written_by = acting_text('sub') and written_agency = acting_text('agency')
        or confirmed_by = acting_text('sub') and confirmed_agency = acting_text('agency'));
grant select, insert on language_version to ${app};
grant update (confirmed_by, confirmed_account, confirmed_agency, confirmed_at) on language_version to ${app};
