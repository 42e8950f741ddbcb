create or replace function audits(in_case uuid, of_programme text) returns boolean language sql stable security definer
    set search_path = public
    as $$ select not recused_in(in_case) and exists (select from appointment a where a.sub = acting_text('sub')
        and a.office = 'auditor' and a.status = 'CONFIRMED'
        and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())
        and (of_programme = any (a.covers_programmes)
            or exists (select from proposal r where r.case_id = in_case and r.submitted_revision is not null
                and r.programme = any (a.covers_programmes))
            or exists (select from participation p where p.case_id = in_case and p.agency = any (a.covers_agencies))
            or exists (select from party y where y.case_id = in_case and y.agency = any (a.covers_agencies)))) $$;

drop policy readable on journal_payload;
create policy readable on journal_payload for select to ${app}
    using (exists (select from journal j where j.event_id = journal_payload.event_id
        and (visible(j.m_level, j.m_orcon, j.m_rel_to, j.m_tlp, j.m_named, j.originator, j.aggregate_id,
                coalesce(j.case_id, j.scope_id, j.aggregate_id),
                case when j.scope_id is null then '{}'::uuid[] else array[j.scope_id] end, j.audience, j.audience_owner)
            or j.actor = acting_text('sub'))));

-- Reads past that policy, so it asks for itself whether the acting person audits the row.
create function outline_of(event uuid) returns jsonb language sql stable security definer set search_path = public
    as $$ select outline(convert_from(p.bytes, 'UTF8')::jsonb) from journal j join journal_payload p using (event_id)
           where j.event_id = event and audits(j.case_id, j.programme) $$;
revoke all on function outline_of(uuid) from public;
grant execute on function outline_of(uuid) to ${app};
