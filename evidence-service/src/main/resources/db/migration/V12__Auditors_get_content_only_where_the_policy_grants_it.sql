create policy readable on journal_payload for select to ${app}
    using (exists (select from journal j where j.event_id = journal_payload.event_id
        and (visible(j.m_level, j.m_orcon, j.m_rel_to, j.m_tlp, j.m_named, j.originator, j.aggregate_id,
                coalesce(j.case_id, j.aggregate_id),
                case when j.case_id is null then '{}'::uuid[]
                    else scopes_of_version(j.aggregate_id, j.aggregate_revision, j.case_id) end,
                j.audience, j.audience_owner)
            or j.actor = acting_text('sub'))));

-- Reads past that policy, so it asks for itself whether the acting person audits the row's case.
create function outline_of(event uuid) returns jsonb language sql stable security definer set search_path = public
    as $$ select outline(convert_from(p.bytes, 'UTF8')::jsonb) from journal j join journal_payload p using (event_id)
           where j.event_id = event and audits(j.case_id) $$;
revoke all on function outline_of(uuid) from public;
grant execute on function outline_of(uuid) to ${app};
