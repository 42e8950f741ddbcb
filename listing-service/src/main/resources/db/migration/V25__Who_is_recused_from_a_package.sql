-- So that a seat whose holders are all recused doesn't look like one that has not spoken: ids alone, no reasons.
create function recused_from_package(of_package uuid) returns setof text language sql stable security definer
    set search_path = public
    as $$ select distinct r.sub from recusal r join package_entry e on e.case_id = r.case_id
        where e.package_id = of_package and e.left_at is null $$;
revoke all on function recused_from_package(uuid) from public;
grant execute on function recused_from_package(uuid) to ${app};
