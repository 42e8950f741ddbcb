-- The two hands of an extension are those of the acting persons also for whoever forgets it above.
alter policy public_as_the_listing on listing_extension
    with check (acting_text('system') = 'release'
        or acting_text('sub') <> '' and acting_text('sub') = case when confirmed_at is null then recorded_by else confirmed_by end);
-- Answers whoever sees the package.
create or replace function recused_from_package(of_package uuid) returns setof text language sql stable security definer
    set search_path = public
    as $$ select distinct r.sub from recusal r join package_entry e on e.case_id = r.case_id
        join package k on k.id = e.package_id
        where e.package_id = of_package and e.left_at is null and sees_package(k) $$;
