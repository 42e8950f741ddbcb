-- A listing is of the subject that it was proposed for, and so is whatever is proposed about it: otherwise a removal in one
-- company's case would end the listing of another. Of a listing that isn't there nothing is said.
create function listing_is_of(of_listing uuid, of_subject uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select not exists (select from listing l join proposal p on p.id = l.proposal_id
            where l.id = of_listing and p.subject_id <> of_subject) $$;
revoke all on function listing_is_of(uuid, uuid) from public;
grant execute on function listing_is_of(uuid, uuid) to ${app};

-- What was drafted before stays, so that it can be withdrawn; it is neither written anew nor submitted nor released.
create function proposal_about_its_subject() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if new.listing_id is not null
            and (tg_op = 'INSERT' or new.listing_id is distinct from old.listing_id or new.subject_id <> old.subject_id)
            and not listing_is_of(new.listing_id, new.subject_id) then
        raise exception 'the listing is of another subject' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger about_its_subject before insert or update on proposal
    for each row execute function proposal_about_its_subject();

create function listing_ended_of_its_subject() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if new.ended_by is distinct from old.ended_by and new.ended_by is not null
            and not listing_is_of(new.id, (select subject_id from proposal where id = new.ended_by)) then
        raise exception 'the listing is of another subject' using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger ended_of_its_subject before update on listing
    for each row execute function listing_ended_of_its_subject();
