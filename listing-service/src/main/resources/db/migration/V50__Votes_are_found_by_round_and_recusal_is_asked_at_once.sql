-- A round's votes are read with each vote and each look at it; live ones alone had an index that begins with the round.
create index vote_of_round on vote (round_id, at);

-- Asked for each package that anybody sees. The same question as before, without a function that calls a function.
create or replace function recused_in_package(of_package uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from recusal r join package_entry e on e.case_id = r.case_id
            where r.sub = acting_text('sub') and e.package_id = of_package)
        and (exists (select from recusal r join package_entry e on e.case_id = r.case_id
            where r.sub = acting_text('sub') and e.package_id = of_package and e.left_at is null)
        or not exists (select from package_entry e where e.package_id = of_package and e.left_at is null)) $$;
