-- Whether it holds personal data, as it is said of it; null: nothing is said.
alter table exhibit_version add column personal_data text;
alter table batch add column personal_data text;

-- On which legal basis what is granted goes to another legal order, as it stood then, and to which countries.
alter table release_request add column legal_basis text;
alter table release_request add column legal_basis_text text;
alter table release_request add column necessity text;
alter table release_request add column transfer_to text[];
alter table release_request add constraint transfer_whole check (
    (legal_basis is null) = (legal_basis_text is null) and (legal_basis is null) = (necessity is null)
    and (legal_basis is null) = (transfer_to is null) and cardinality(transfer_to) <> 0
    and (legal_basis is null or decided_at is not null));
create index release_request_transfers on release_request (originator, decided_at, id) where legal_basis is not null;

-- Each version that went across, by a release or from hand to hand; written with the act, never changed.
create table personal_data_share (
    id uuid primary key,
    exhibit_id uuid not null references exhibit,
    n int not null,
    case_id uuid not null,
    originator text not null,
    way text not null check (way in ('RELEASE', 'TRANSFER')),
    request_id uuid references release_request,
    kind text not null,
    recipient text,
    countries text[] not null check (cardinality(countries) > 0),
    legal_basis text not null,
    legal_basis_text text not null,
    necessity text not null,
    personal_data text,
    shared_at timestamptz not null,
    shared_by text not null,
    shared_account text not null,
    constraint released_by_a_request check ((way = 'RELEASE') = (request_id is not null))
);
create index personal_data_share_of on personal_data_share (originator, shared_at desc, id desc);
alter table personal_data_share enable row level security;
alter table personal_data_share force row level security;
create policy owner_reads on personal_data_share to ${owner} using (true) with check (true);
grant select, insert on personal_data_share to ${app};

create function audits_agency(code text) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from auditor a where a.sub = acting_text('sub') and code = any (a.covers_agencies)
        and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())) $$;
revoke all on function audits_agency(text) from public;
grant execute on function audits_agency(text) to ${app};

-- The agency's own see it with the exhibit; its auditors see that it was shared, also of exhibits that they don't see.
create policy of_my_exhibit on personal_data_share for select to ${app}
    using (originator = acting_text('agency') and exists (select from exhibit x where x.id = exhibit_id)
        or audits_agency(originator) and not recused_in(case_id));
create policy mine on personal_data_share for insert to ${app}
    with check (originator = acting_text('agency') and shared_by = acting_text('sub') and exists (select from exhibit x
        where x.id = exhibit_id and x.originator = personal_data_share.originator));
