-- Whoever is recused from an entry that left earlier may take the last one out: until that act is committed the package
-- counts as having it, so that its own row can be written; from then on it is closed to that person (V24).
create or replace function recused_in_package(of_package uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from recusal r join package_entry e on e.case_id = r.case_id
            where r.sub = acting_text('sub') and e.package_id = of_package)
        and (exists (select from recusal r join package_entry e on e.case_id = r.case_id
            where r.sub = acting_text('sub') and e.package_id = of_package and e.left_at is null)
        or not exists (select from package_entry e where e.package_id = of_package
            and (e.left_at is null or e.xmin = pg_current_xact_id_if_assigned()::xid))) $$;
