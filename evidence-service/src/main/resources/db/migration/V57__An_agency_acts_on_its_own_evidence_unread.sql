-- Whoever answers for an agency's evidence names one exhibit of it and acts on it though TLP:RED doesn't name him: only the list of
-- names is passed over, and what comes into sight is the head alone. The setting ends with the transaction; the service asks for the
-- role. It gives the version under whose marking such an act is journalled, so that whoever reads the exhibit reads of the act.
create function unread_version(exhibit uuid) returns table (id uuid, n int, m_level text, m_orcon boolean, m_rel_to text[], m_tlp text,
        m_named text[]) language sql stable security definer set search_path = public
    as $$ select v.id, v.n, v.m_level, v.m_orcon, v.m_rel_to, v.m_tlp, v.m_named from exhibit_version v
        where v.exhibit_id = exhibit and exhibit::text = acting_text('unread') and v.originator = acting_text('agency')
            and v.m_tlp = 'RED' and visible(v.m_level, v.m_orcon, v.m_rel_to, 'AMBER', '{}', v.originator, v.id, v.case_id,
                scopes_of_version(v.exhibit_id, v.n, v.case_id), 'CASE', null)
        order by v.n desc limit 1 $$;
drop policy by_its_versions on exhibit;
create policy by_its_versions on exhibit to ${app}
    using (case when acting_text('system') <> '' then claimed(array[id, case_id])
        when id::text = acting_text('unread') then has_version_in_sight(id) or exists (select from unread_version(id))
        else has_version_in_sight(id) end)
    with check (true);

-- Who had the content of an exhibit, and whose copy it is that leaked, for the agency whose evidence it is: the rows, never what was
-- written with them.
create function own_readings(exhibits uuid[], copies uuid[]) returns setof journal language sql stable security definer
    set search_path = public
    as $$ select j.* from (
            select o.event_id from journal o where o.aggregate_type = 'exhibit' and o.aggregate_id = any (exhibits)
                and (o.type = 'exhibit.opened' and o.outcome = 'READ' or o.type = 'exhibit.transferred' and o.outcome = 'DONE')
            union select m.event_id from marked_copy m where m.copy = any (copies)) its join journal j using (event_id)
        where j.originator = acting_text('agency')
            and visible(j.m_level, j.m_orcon, j.m_rel_to, 'AMBER', '{}', j.originator,
                object_of_row(j.aggregate_type, j.aggregate_id, j.aggregate_revision), j.case_id,
                scopes_of_row(j.aggregate_type, j.aggregate_id, j.aggregate_revision, j.case_id), j.audience, j.audience_owner) $$;
revoke all on function unread_version(uuid), own_readings(uuid[], uuid[]) from public;
grant execute on function unread_version(uuid), own_readings(uuid[], uuid[]) to ${app};
