-- A term is public, that a package is adopted isn't: so who doesn't see the package is told nothing of it here either.
create or replace function term_outlasted(of_package uuid) returns timestamptz language sql stable security definer
    set search_path = public
    as $$ select min(l.expires_at) from package k
        join package_entry e on e.package_id = k.id and e.left_at is null
        join proposal p on p.id = e.proposal_id and p.kind in ('RENEW', 'REMOVE')
        join listing l on l.id = in_place_of(p.listing_id) and l.status = 'ACTIVE'
       where k.id = of_package and l.expires_at is not null and (acting_text('system') <> '' or sees_package(k))
         and (k.status = 'ADOPTED'
           or k.status = 'SCHEDULED' and (coalesce(agreed_release(k.id), k.release_at) > l.expires_at
               or l.expires_at < acting_now() - interval '5 minutes')) $$;
