-- Who was only ever refused, as an administrator is, is known by his account and handles no source.
create index journal_of_workers on journal (actor) where outcome <> 'REFUSED';
create function has_worked_here(who text) returns boolean language sql stable security definer set search_path = public
    as $$ select exists (select from journal where actor = who and outcome <> 'REFUSED') $$;
revoke all on function has_worked_here(text) from public;
grant execute on function has_worked_here(text) to ${app};
