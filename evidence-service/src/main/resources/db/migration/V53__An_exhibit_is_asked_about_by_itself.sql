-- As a subquery of the policy it may be answered for one exhibit by reading every version of every case; a function is asked
-- exhibit by exhibit.
create function has_version_in_sight(exhibit uuid) returns boolean language sql stable set search_path = public
    as $$ select exists (select from exhibit_version v where v.exhibit_id = exhibit) $$;
revoke all on function has_version_in_sight(uuid) from public;
grant execute on function has_version_in_sight(uuid) to ${app};
drop policy by_its_versions on exhibit;
create policy by_its_versions on exhibit to ${app}
    using (case when acting_text('system') <> '' then claimed(array[id, case_id]) else has_version_in_sight(id) end)
    with check (true);
