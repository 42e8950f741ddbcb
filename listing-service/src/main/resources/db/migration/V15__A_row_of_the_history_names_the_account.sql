-- The login name of whoever acted, for showing: from its appointment, else from what it did to a revision. The journal itself
-- keeps the immutable id alone.
create function account_of(of_sub text) returns text language sql stable security definer set search_path = public
    as $$ select coalesce(
        (select a.account from appointment a where a.sub = of_sub limit 1),
        (select r.account from revision_act r where r.sub = of_sub limit 1),
        '') $$;
