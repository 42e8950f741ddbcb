-- A number of a programme's list that is in force, or that another package is scheduled with, is not given to another target.
create index listing_number on listing (programme, number) where status in ('ACTIVE', 'SUSPENDED');
create index package_entry_number on package_entry (number) where number is not null and left_at is null;

create function numbers_taken(of_package uuid, proposals uuid[], numbers text[]) returns setof uuid language sql stable
    security definer set search_path = public
    as $$ select wanted.id from package k
        cross join unnest(proposals, numbers) wanted (id, number)
        join proposal p on p.id = wanted.id and p.package_id = k.id
        where k.id = of_package
          and (exists (select from listing l where l.programme = k.programme and l.number = wanted.number
                      and l.status in ('ACTIVE', 'SUSPENDED') and l.id is distinct from in_place_of(p.listing_id))
            or exists (select from package_entry e join package other on other.id = e.package_id
                      join proposal o on o.id = e.proposal_id
                    where e.number = wanted.number and e.left_at is null and other.programme = k.programme
                      and other.status = 'SCHEDULED' and other.id <> k.id
                      and (p.listing_id is null or in_place_of(o.listing_id) is distinct from in_place_of(p.listing_id)))) $$;
revoke all on function numbers_taken(uuid, uuid[], text[]) from public;
grant execute on function numbers_taken(uuid, uuid[], text[]) to ${app};
