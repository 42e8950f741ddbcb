-- Under which programme a proposal cites: an auditor of the programme reads the custody of what it rests on.
alter table citation add column programme text;
update citation c set programme = coalesce(
    (select min(p.programme) from party p where p.scope_id = c.proposal_id),
    (select min(o.programme) from case_programme o where o.case_id = c.case_id having count(*) = 1));

-- Of a case that several sides share an auditor reads the custody of what is of his programmes and agencies: brought by an agency that
-- the appointment covers or that is party to a proposal of a covered programme there; cited, now or once, under a covered programme
-- or in a proposal to which a covered agency is party; or released to one of these. Who is in a group is not known here, so a
-- release to a group counts where the auditor's own agency is in it.
create function audits_exhibit(of_exhibit uuid, in_case uuid, of_originator text) returns boolean language sql stable
    security definer set search_path = public
    as $$ select in_case is not null and exists (select from auditor a where a.sub = acting_text('sub')
        and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())
        and not recused_in(in_case)
        and (of_originator = any (a.covers_agencies)
            or exists (select from party p where p.case_id = in_case and p.agency = of_originator
                and p.programme = any (a.covers_programmes))
            or exists (select from citation c where c.exhibit_id = of_exhibit and c.case_id = in_case
                and (c.programme = any (a.covers_programmes)
                    or exists (select from party p where p.scope_id = c.proposal_id and p.agency = any (a.covers_agencies))))
            or exists (select from retention r where r.exhibit_id = of_exhibit and r.programme = any (a.covers_programmes))
            or exists (select from release_grant g where g.exhibit_id = of_exhibit and g.case_id = in_case
                and (g.addressee = any (a.covers_agencies)
                    or g.addressee = any (array(select 'electorate:' || its from unnest(a.covers_programmes) its))
                    or g.addressee = any (acting_set('strict')) and g.addressee <> acting_text('agency'))))) $$;
revoke all on function audits_exhibit(uuid, uuid, text) from public;
grant execute on function audits_exhibit(uuid, uuid, text) to ${app};

-- What somebody was refused is for the originator and for that person's own agency: another one that sees the exhibit is not told who
-- tried what on it.
create or replace function readable_row(j journal) returns boolean language sql stable
    as $$ select visible(j.m_level, j.m_orcon, j.m_rel_to, j.m_tlp, j.m_named, j.originator,
            case when acting_text('system') <> '' then j.aggregate_id
                else object_of_row(j.aggregate_type, j.aggregate_id, j.aggregate_revision) end,
            coalesce(j.case_id, j.aggregate_id),
            scopes_of_row(j.aggregate_type, j.aggregate_id, j.aggregate_revision, j.case_id), j.audience, j.audience_owner)
        and (j.outcome <> 'REFUSED' or acting_text('system') <> ''
            or coalesce(acting_text('agency') in (j.originator, j.agency), false)) $$;

drop policy readable on journal;
create policy readable on journal for select to ${app}
    using (readable_row(journal)
        or audits_exhibit(aggregate_id, case_id, originator)
        or case_id is null and audience = 'AGENCY' and audience_owner = acting_text('agency')
            and acting_text('sub') = actor);

-- Reads past that policy, so it asks for itself whether the acting person audits what the row is about.
create or replace function outline_of(event uuid) returns jsonb language sql stable security definer set search_path = public
    as $$ select outline(convert_from(p.bytes, 'UTF8')::jsonb) from journal j join journal_payload p using (event_id)
           where j.event_id = event and audits_exhibit(j.aggregate_id, j.case_id, j.originator) $$;

do $$
declare t text;
begin
    foreach t in array array['spill', 'spilled', 'spill_settlement'] loop
        execute format('drop policy of_the_originator on %I', t);
        execute format('create policy of_the_originator on %I for select to ${app}
            using (originator = acting_text(''agency'') and exists (select from exhibit x where x.id = exhibit_id)
                or audits_exhibit(exhibit_id, case_id, originator))', t);
    end loop;
end $$;
