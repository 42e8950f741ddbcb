-- The end of the term of entries that a package renews or drops and that its release wouldn't come in time for; null where
-- there is none, or the release is ordered for a moment before it. An act that is adopted holds what it is about beyond the
-- term, so somebody must be told that nothing has been published. Asked beyond what a person sees of the entries.
create function term_outlasted(of_package uuid) returns timestamptz language sql stable security definer
    set search_path = public
    as $$ select min(l.expires_at) from package k
        join package_entry e on e.package_id = k.id and e.left_at is null
        join proposal p on p.id = e.proposal_id and p.kind in ('RENEW', 'REMOVE')
        join listing l on l.id = in_place_of(p.listing_id) and l.status = 'ACTIVE'
       where k.id = of_package and l.expires_at is not null
         and (k.status = 'ADOPTED'
           or k.status = 'SCHEDULED' and (coalesce(agreed_release(k.id), k.release_at) > l.expires_at
               or l.expires_at < acting_now() - interval '5 minutes')) $$;
revoke all on function term_outlasted(uuid) from public;
grant execute on function term_outlasted(uuid) to ${app};

-- Adopted after the end, as a second person confirmed it late, it is told all the same.
create view deadlines_release_renewal as
    select k.id as thing, k.programme, null::uuid as case_id, null::uuid as proposal_id, k.id as package_id,
           null::uuid as round_id, false as silence, late.due,
           least(k.stage_passed_at, late.due - interval '1 second') as since,
           null::text[] as seats
      from package k cross join lateral (select term_outlasted(k.id) as due) late
     where k.status in ('ADOPTED', 'SCHEDULED') and late.due is not null;
