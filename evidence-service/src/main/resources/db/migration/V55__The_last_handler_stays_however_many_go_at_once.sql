-- The policy counts what stood when its statement began: neither two handlers ended by one statement nor two by two at once are
-- seen there. So whoever ends one waits for whoever is ending another, and counts then.
create function last_handler_stays() returns trigger language plpgsql security definer set search_path = public
    as $$
begin
    perform from protected_source s where s.exhibit_id = new.exhibit_id for update;
    if not exists (select from source_handler h where h.exhibit_id = new.exhibit_id and h.id <> new.id
            and h.confirmed_at is not null and h.ended_at is null) then
        raise exception 'the last handler stays' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
revoke all on function last_handler_stays() from public;
create trigger last_handler_stays before update of ended_at on source_handler for each row
    when (old.ended_at is null and new.ended_at is not null and new.confirmed_at is not null)
    execute function last_handler_stays();

-- Shares are asked of their own table.
drop index release_request_transfers;
