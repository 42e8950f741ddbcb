-- Scheduled, not held, and without a GO for the instant that counts (Package.needsGo): kept back at T, or the embargo group has
-- moved T. One condition for the inbox and for reminders; what is held waits for its hold to be lifted first.
create function waits_for_go(k package) returns boolean language sql stable
    as $$ select k.status = 'SCHEDULED' and k.hold_by is null
        and (k.go_at is null or coalesce(agreed_release(k.id), k.release_at) <> k.release_at) $$;
revoke all on function waits_for_go(package) from public;
grant execute on function waits_for_go(package) to ${app};

create or replace view deadlines_give_go as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, coalesce(agreed_release(k.id), k.release_at) as due,
           k.formed_at as since, null::text[] as seats
      from package k where waits_for_go(k);

-- Watched is what would be released: without a GO nothing would.
create or replace view deadlines_publish_watch as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, coalesce(agreed_release(k.id), k.release_at) as due,
           k.formed_at as since, null::text[] as seats
      from package k where k.status = 'SCHEDULED' and not waits_for_go(k);
