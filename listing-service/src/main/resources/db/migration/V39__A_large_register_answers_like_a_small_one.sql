-- What waits for a reader is asked for in the order in which it has waited; the conditions are those of the inbox.
create index proposal_unfinished on proposal (agency, changed_at) where status in ('DRAFT', 'RETURNED');
create index package_undecided on package (programme, formed_at) where status in ('FORMING', 'CLOSED');
create index round_live on round (programme, deadline) where status in ('OPEN', 'STOPPED');
create index round_live_of on round (package_id) where status in ('OPEN', 'STOPPED');
create index record_awaiting on recorded_decision (package_id) where status = 'AWAITING_CONFIRMATION';

-- Lists, newest first.
create index casefile_by_opening on casefile (opened_at desc, id desc);
create index package_by_forming on package (formed_at desc, id desc);
create index package_by_status on package (status, formed_at desc, id desc);

-- What the jobs look for twice a second.
create index package_passed on package (stage_passed_at) where status in ('FORMING', 'CLOSED', 'ADOPTED', 'SCHEDULED');

-- Row-level security comes before any condition that could leak a value, and so before an index on such a condition.
-- These look by the index first and then ask the same question of visibility.
create function proposals_sharing(of_keys text[], other_than uuid) returns setof proposal language sql stable
    security definer set search_path = public
    as $$ select p.* from proposal p where p.keys && of_keys and p.id <> other_than
        and p.status not in ('DRAFT', 'PUBLISHED', 'REJECTED', 'WITHDRAWN') and sees_proposal(p) $$;
create function listings_sharing(of_keys text[]) returns setof listing language sql stable
    security definer set search_path = public
    as $$ select l.* from listing l where l.keys && of_keys and l.status = 'ACTIVE'
        and (acting_text('sub') <> '' or acting_text('system') <> '') $$;
create function packages_to_open(of_programme text, but_stages text[], most int) returns setof package language sql stable
    security definer set search_path = public
    as $$ select (w.k).* from (select k, k.formed_at as since from package k where k.programme = of_programme
            and k.status in ('FORMING', 'CLOSED') and k.stage <> all (but_stages) and k.window_ends_at is null
            and not exists (select from round r where r.package_id = k.id and r.status in ('OPEN', 'STOPPED'))
            order by k.formed_at offset 0) w
        where sees_package(w.k) order by w.since limit most $$;
create function rounds_to_vote(of_programme text, of_seat text, most int) returns setof round language sql stable
    security definer set search_path = public
    as $$ select (w.r).* from (select r, k, r.deadline as due from round r join package k on k.id = r.package_id
            where r.programme = of_programme and r.status in ('OPEN', 'STOPPED')
            and exists (select from jsonb_array_elements(r.electorate) s where s ->> 'seat' = of_seat)
            and not exists (select from vote v where v.round_id = r.id and v.seat = of_seat and v.superseded_at is null)
            order by r.deadline offset 0) w
        where sees_package(w.k) order by w.due limit most $$;

-- A round's votes and a package's entries are visible with their package: asked once, not once for each row.
create function votes_of(of_round uuid) returns setof vote language sql stable security definer set search_path = public
    as $$ select v.* from vote v where v.round_id = of_round
        and (select sees_package(k) from round r join package k on k.id = r.package_id where r.id = of_round) $$;
create function entries_of(of_package uuid) returns setof package_entry language sql stable security definer
    set search_path = public
    as $$ select e.* from package_entry e where e.package_id = of_package
        and (select sees_package(k) from package k where k.id = of_package) $$;
create function package_seen(of_package uuid) returns setof package language sql stable security definer
    set search_path = public
    as $$ select k.* from package k where k.id = of_package and sees_package(k) $$;
create function round_seen(of_round uuid) returns setof round language sql stable security definer set search_path = public
    as $$ select r.* from round r where r.id = of_round
        and (select sees_package(k) from package k where k.id = r.package_id) $$;

-- G4: what the acting person has done to these revisions, votes and records of any package included; no other person's acts.
create function acts_of(of_sub text, proposals uuid[], revisions int[]) returns setof text language sql stable
    security definer set search_path = public
    as $$ with entry as (select * from unnest(proposals, revisions) e (proposal_id, revision)
            where of_sub = acting_text('sub') or acting_text('system') <> '')
        select a.act from entry join revision_act a using (proposal_id, revision) where a.sub = of_sub
        union
        select 'VOTE' from entry join round_entry r using (proposal_id, revision)
            join vote v on v.round_id = r.round_id and v.sub = of_sub
        union
        select case when d.recorded_by = of_sub then 'RECORD' else 'CONFIRM_RECORD' end
            from entry join package_entry e using (proposal_id, revision)
            join recorded_decision d on d.package_id = e.package_id and of_sub in (d.recorded_by, d.confirmed_by)
            and d.status <> 'REFUSED' $$;

do $$
declare f text;
begin
    foreach f in array array['proposals_sharing(text[], uuid)', 'listings_sharing(text[])',
            'packages_to_open(text, text[], int)', 'rounds_to_vote(text, text, int)', 'votes_of(uuid)', 'entries_of(uuid)',
            'package_seen(uuid)', 'round_seen(uuid)', 'acts_of(text, uuid[], int[])'] loop
        execute format('revoke all on function %s from public', f);
        execute format('grant execute on function %s to ${app}', f);
    end loop;
end $$;
