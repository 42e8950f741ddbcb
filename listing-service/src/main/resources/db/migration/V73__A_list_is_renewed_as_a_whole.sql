-- When a listing ends unless its whole list is renewed; null where the list has no term.
alter table listing add column expires_at timestamptz;
create index listing_in_force on listing (programme, expires_at) where status = 'ACTIVE';
create index listing_expires on listing (expires_at) where status = 'ACTIVE' and expires_at is not null;
create index proposal_about on proposal (listing_id) where listing_id is not null;
grant update (expires_at) on listing to ${app};

-- The authority has decided on it, also where a second person must still confirm that, and the release is still to come: the end
-- of the term doesn't overtake that. For a person, as far as the decision is his to see.
create function renewal_adopted(of_listing uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from proposal p where p.listing_id in (select same_place(of_listing))
            and p.kind in ('RENEW', 'REMOVE')
            and (p.status in ('APPROVED', 'SCHEDULED')
                or exists (select from recorded_decision d where d.package_id = p.package_id
                    and d.status = 'AWAITING_CONFIRMATION' and d.adopted and p.id <> all (d.left_out)))
            and (acting_text('system') <> '' or sees_proposal(p))) $$;
revoke all on function renewal_adopted(uuid) from public;
grant execute on function renewal_adopted(uuid) to ${app};

-- What a renewal says of its entry: KEEP as it stands, AMEND, or DROP; null for what is no renewal's, and for a revision that the
-- reader may not see. Against the text of the listing that it was written about, so that what is decided on stays what it was
-- when that listing is amended meanwhile. Its note isn't part of that.
create function sheet_of(of_proposal uuid, n int) returns text language sql stable security definer
    set search_path = public
    as $$
    select case when p.kind = 'REMOVE' then 'DROP'
                when p.kind = 'RENEW' and exists (select from listing l join revision was
                            on was.proposal_id = l.proposal_id and was.n = l.revision
                        where l.id = p.listing_id
                          and was.text - array['kind', 'listingId', 'note', 'subjectVersion']
                              = r.text - array['kind', 'listingId', 'note', 'subjectVersion']) then 'KEEP'
                when p.kind = 'RENEW' then 'AMEND' end
      from proposal p join revision r on r.proposal_id = p.id and r.n = sheet_of.n
     where p.id = of_proposal and (acting_text('system') = 'release' or sees_revision(r)) $$;
revoke all on function sheet_of(uuid, int) from public;
grant execute on function sheet_of(uuid, int) to ${app};

-- What is in force until one day, of a list whose renewal isn't decided.
create view deadlines_renew_in_time as
    select md5('renew ' || l.programme || ' ' || extract(epoch from l.expires_at))::uuid as thing, l.programme,
           null::uuid as case_id, null::uuid as proposal_id, null::uuid as package_id, null::uuid as round_id,
           false as silence, l.expires_at as due, min(l.published_at) as since, null::text[] as seats
      from listing l where l.status = 'ACTIVE' and l.expires_at is not null and not renewal_adopted(l.id)
     group by l.programme, l.expires_at;
