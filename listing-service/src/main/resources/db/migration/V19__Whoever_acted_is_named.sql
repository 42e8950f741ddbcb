-- Also persons that hold no appointment and touch no revision, such as an agency's admin and its registrar.
create or replace function account_of(of_sub text) returns text language sql stable security definer set search_path = public
    as $$ select coalesce(
        (select p.account from person p where p.sub = of_sub),
        (select a.account from appointment a where a.sub = of_sub limit 1),
        '') $$;
