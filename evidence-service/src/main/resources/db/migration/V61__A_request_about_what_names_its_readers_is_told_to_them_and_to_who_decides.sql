-- That somebody asks for a TLP:RED exhibit tells that there is one. So it is for whoever asked, for those whom it names, for whom a
-- citation tells of it, and for the originator's release officers, who decide it unread: roles are not known here, so the service
-- says that a release officer acts (lockstep.deciding), until the transaction ends.
create function asked_markings(request uuid) returns table (exhibit_id uuid, n int, m_level text, m_orcon boolean, m_rel_to text[],
        m_tlp text, m_named text[]) language sql stable security definer set search_path = public
    as $$ select v.exhibit_id, v.n, v.m_level, v.m_orcon, v.m_rel_to, v.m_tlp, v.m_named
        from release_item i join exhibit_version v on v.id = i.version_id
        where i.request_id = request and acting_text('agency') in (i.originator, i.asked_agency) $$;

create function request_in_sight(r release_request) returns boolean language sql stable security definer set search_path = public
    as $$ select acting_text('sub') <> '' and not recused_in(r.case_id) and (participates(r.case_id) or party_in(r.case_id))
        and (r.asked_agency = acting_text('agency') and r.asked_by = acting_text('sub') and r.asked_level = any (acting_set('levels'))
            or r.asked_agency = acting_text('agency') and r.originator <> r.asked_agency
                and r.asked_level = any (acting_set('levels'))
                and not exists (select from release_item i join exhibit_version v on v.id = i.version_id
                    where i.request_id = r.id and v.m_tlp = 'RED'
                    and not party_to(scopes_of_version(v.exhibit_id, v.n, v.case_id))
                    and not visible(v.m_level, v.m_orcon, v.m_rel_to, v.m_tlp, v.m_named, v.originator, v.id, v.case_id,
                        scopes_of_version(v.exhibit_id, v.n, v.case_id), 'CASE', null))
            or r.originator = acting_text('agency')
                and not exists (select from release_item i join exhibit_version v on v.id = i.version_id
                    where i.request_id = r.id
                    and not visible(v.m_level, v.m_orcon, v.m_rel_to,
                        case when v.m_tlp = 'RED' and acting_text('deciding') = 'yes' then 'AMBER' else v.m_tlp end,
                        v.m_named, v.originator, v.id, v.case_id,
                        scopes_of_version(v.exhibit_id, v.n, v.case_id), 'CASE', null))) $$;
revoke all on function asked_markings(uuid), request_in_sight(release_request) from public;
grant execute on function asked_markings(uuid), request_in_sight(release_request) to ${app};

drop policy of_both_sides on release_request;
create policy of_both_sides on release_request to ${app}
    using (case when acting_text('system') <> '' then claimed(array[id, case_id]) else request_in_sight(release_request) end)
    with check (true);
drop policy of_both_sides on release_item;
create policy of_both_sides on release_item to ${app}
    using (case when acting_text('system') <> '' then claimed(array[request_id, exhibit_id, case_id])
        else exists (select from release_request r where r.id = request_id) end)
    with check (true);
