-- How far along its way a proposal is, whatever holds it: 0 with its agency, and 0 once it is over.
create function under_way(p proposal) returns int language sql immutable
    as $$ select coalesce(array_position(
            array['SUBMITTED', 'IN_REVIEW', 'LEGAL_REVIEW', 'READY', 'DECIDING', 'ESCALATED', 'APPROVED', 'SCHEDULED'],
            case when p.status = 'ON_HOLD' then p.held_from else p.status end), 0) $$;

-- The others of its kind about its listing that aren't over, as far as the reader sees them.
create function about_same(of_proposal uuid) returns setof uuid language sql stable
    as $$ select p.id from proposal mine join proposal p on p.listing_id in (select same_place(mine.listing_id))
            and p.kind = mine.kind and p.id <> mine.id
        where mine.id = of_proposal and p.status not in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') and sees_proposal(p) $$;
