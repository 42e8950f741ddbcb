-- How far the journal is numbered: a number alone, so that a replica can see without rights that there is something new.
create function journal_reached() returns bigint language sql stable security definer set search_path = public, pg_temp
    as $$ select coalesce(max(position), 0) from journal_position $$;
revoke all on function journal_reached() from public;
grant execute on function journal_reached() to ${app};
