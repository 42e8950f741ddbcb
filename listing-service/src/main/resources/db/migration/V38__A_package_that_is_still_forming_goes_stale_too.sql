-- G12 (b): an entry brings with it when its last stage passed, so a package can be stale before its first round.
create or replace function due_deadlines(at timestamptz, most int) returns table (package_id uuid) language sql stable
    security definer set search_path = public
    as $$ select r.package_id from round r where r.status = 'OPEN' and r.deadline <= at
        union select k.id from package k where k.window_ends_at <= at
        union select k.id from package k where k.status in ('FORMING', 'CLOSED', 'ADOPTED', 'SCHEDULED')
            and k.window_ends_at is null and k.stage_passed_at < at - interval '90 days'
            and not exists (select from round r where r.package_id = k.id and r.status in ('OPEN', 'STOPPED'))
            and not exists (select from proposal p where p.package_id = k.id and p.law_at <= at)
        limit most $$;
