-- G5: recusal from one entry is recusal from the package.
create function recused_in_package(of_package uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from recusal r join package_entry e on e.case_id = r.case_id
        where r.sub = acting_text('sub') and e.package_id = of_package and e.left_at is null) $$;
create or replace function sees_package(k package) returns boolean language sql stable
    as $$ select visible(k.m_level, k.m_orcon, k.m_rel_to, k.m_tlp, k.m_named, k.originator, k.id, k.id, array[k.id],
        'ELECTORATE', null) and not recused_in_package(k.id) $$;

-- Whoever reads listings reads the whole row, so it must not hold the reasons and what they cite.
alter table listing rename text to printed;
update listing set printed = jsonb_build_object('subject', printed -> 'subject', 'criteria', printed -> 'criteria',
    'terms', printed -> 'terms');
