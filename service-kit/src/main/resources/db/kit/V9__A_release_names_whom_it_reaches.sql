-- A release names an agency or a group of agencies, expanded when it is asked about; it stands for REL TO, a strict TLP audience
-- and ORCON alike. Whoever is attached to an agency is not reached by that agency's release.
alter table release_grant rename column agency to addressee;

create or replace function released_to_actor(object uuid, in_case uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from release_grant g where g.object_id = object and g.case_id = in_case
            and g.addressee = any (acting_set('strict')) and g.since <= acting_now() and g.revoked_at is null
            and (g.until is null or g.until > acting_now())) $$;

create or replace function may_read(m_level text, m_orcon boolean, m_rel_to text[], m_tlp text, m_named text[],
        originator text, object uuid, in_case uuid, takes_part boolean, in_audience boolean)
    returns boolean language sql stable
    as $$
    select coalesce(
        takes_part
        and not recused_in(in_case)
        and not (originator = any (acting_set('inactive')))
        and in_audience
        and m_level = any (acting_set('levels'))
        and (m_tlp <> 'RED' or acting_text('sub') = any (m_named))
        and (originator = acting_text('agency')
            or (m_rel_to && acting_set('wide')
                and (m_tlp <> 'AMBER_STRICT' or m_rel_to && acting_set('strict'))
                and not m_orcon)
            or released_to_actor(object, in_case)),
        false)
    $$;

drop policy of_my_cases on release_grant;
create policy of_my_cases on release_grant to ${app}
    using (acting_text('system') <> '' or participates(case_id) or addressee = any (acting_set('strict')))
    with check (true);
