-- The listing that stands in the place of one that was amended since; itself where none does, null where there is none.
create function in_place_of(of_listing uuid) returns uuid language sql stable
    as $$ with recursive place as (
            select id, succeeded_by from listing where id = of_listing
            union all
            select l.id, l.succeeded_by from listing l join place on l.id = place.succeeded_by)
        select id from place where succeeded_by is null $$;
