-- G5: recusal from an entry closes the package as long as that entry is in it, or for good where none is left; and it
-- closes what the package's rows in the journal tell, also of the time before the entry left.
create function was_recused_in_package(of_package uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from recusal r join package_entry e on e.case_id = r.case_id
        where r.sub = acting_text('sub') and e.package_id = of_package) $$;
create or replace function recused_in_package(of_package uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select was_recused_in_package(of_package) and (
        exists (select from recusal r join package_entry e on e.case_id = r.case_id
            where r.sub = acting_text('sub') and e.package_id = of_package and e.left_at is null)
        or not exists (select from package_entry e where e.package_id = of_package and e.left_at is null)) $$;
alter policy readable on journal
    using (visible(m_level, m_orcon, m_rel_to, m_tlp, m_named, originator, aggregate_id, coalesce(case_id, scope_id, aggregate_id),
            case when scope_id is null then '{}'::uuid[] else array[scope_id] end, audience, audience_owner)
            and not (case_id is null and scope_id is not null and was_recused_in_package(scope_id))
        or audits(case_id, programme)
        or case_id is null and scope_id is null and audience = 'AGENCY' and audience_owner = acting_text('agency')
            and acting_text('sub') = actor);
