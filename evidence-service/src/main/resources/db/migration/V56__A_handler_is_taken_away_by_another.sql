-- As V55, and nobody takes himself away: whoever stays has shown by this very act that he can handle the source.
create or replace function last_handler_stays() returns trigger language plpgsql security definer set search_path = public
    as $$
begin
    perform from protected_source s where s.exhibit_id = new.exhibit_id for update;
    if not exists (select from source_handler h where h.exhibit_id = new.exhibit_id and h.sub = new.ended_by and h.id <> new.id
            and h.confirmed_at is not null and h.ended_at is null) then
        raise exception 'another handler takes one away' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
