-- Terms of lists whose renewal isn't decided: there are few terms and many entries, so each term is looked up by index, and
-- of its entries only as many as it takes to find the first that isn't renewed.
drop index listing_in_force;
create index listing_in_force on listing (programme, expires_at, published_at) where status = 'ACTIVE';
create view list_ending with (security_invoker = true) as
    with recursive term (programme, expires_at) as (
        (select l.programme, l.expires_at from listing l where l.status = 'ACTIVE' and l.expires_at is not null
          order by l.programme, l.expires_at limit 1)
        union all
        select next.programme, next.expires_at from term t cross join lateral (
               select l.programme, l.expires_at from listing l where l.status = 'ACTIVE' and l.expires_at is not null
                  and (l.programme, l.expires_at) > (t.programme, t.expires_at)
                order by l.programme, l.expires_at limit 1) next)
    select t.programme, t.expires_at, first.published_at as since from term t cross join lateral (
           select l.published_at from listing l
            where l.status = 'ACTIVE' and l.programme = t.programme and l.expires_at = t.expires_at
              and not renewal_adopted(l.id)
            order by l.published_at limit 1) first;
grant select on list_ending to ${app};

create or replace view deadlines_renew_in_time as
    select md5('renew ' || l.programme || ' ' || extract(epoch from l.expires_at))::uuid as thing, l.programme,
           null::uuid as case_id, null::uuid as proposal_id, null::uuid as package_id, null::uuid as round_id,
           false as silence, l.expires_at as due, l.since, null::text[] as seats
      from list_ending l;

-- Row-level security comes before a condition on a function, and so before the index: this one looks by the index first.
create function standing_for(of_listing uuid) returns setof listing rows 1 language sql stable security definer
    set search_path = public
    as $$ select l.* from listing l where l.id = in_place_of(of_listing)
        and (acting_text('sub') <> '' or acting_text('system') <> '') $$;
revoke all on function standing_for(uuid) from public;
grant execute on function standing_for(uuid) to ${app};
