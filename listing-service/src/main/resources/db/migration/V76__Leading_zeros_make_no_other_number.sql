-- What a number is in a list, however it was written: "0012" and "12" are one, and so are RUS0012 and rus12. After a point
-- zeros count: lists that insert by decimals have a 4.01 before their 4.1.
create function plain_number(number text) returns text language sql immutable parallel safe
    as $$ select upper(regexp_replace(number, '(?<![0-9.])0+(?=[0-9])', '', 'g')) $$;

drop index listing_number;
drop index package_entry_number;
create index listing_number on listing (programme, plain_number(number)) where status in ('ACTIVE', 'SUSPENDED');
create index package_entry_number on package_entry (plain_number(number)) where number is not null and left_at is null;

create or replace function numbers_taken(of_package uuid, proposals uuid[], numbers text[]) returns setof uuid language sql stable
    security definer set search_path = public
    as $$ select wanted.id from package k
        cross join unnest(proposals, numbers) wanted (id, number)
        join proposal p on p.id = wanted.id and p.package_id = k.id
        where k.id = of_package
          and (exists (select from listing l where l.programme = k.programme
                      and plain_number(l.number) = plain_number(wanted.number)
                      and l.status in ('ACTIVE', 'SUSPENDED') and l.id is distinct from in_place_of(p.listing_id))
            or exists (select from package_entry e join package other on other.id = e.package_id
                      join proposal o on o.id = e.proposal_id
                    where plain_number(e.number) = plain_number(wanted.number) and e.left_at is null
                      and other.programme = k.programme and other.status = 'SCHEDULED' and other.id <> k.id
                      and (p.listing_id is null or in_place_of(o.listing_id) is distinct from in_place_of(p.listing_id)))) $$;
