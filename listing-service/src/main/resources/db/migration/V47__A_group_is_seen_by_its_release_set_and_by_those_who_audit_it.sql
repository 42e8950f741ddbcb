-- Whether the acting person holds an auditor's appointment that covers a programme.
create function audits_programme(of_programme text) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from appointment a where a.sub = acting_text('sub') and a.agency = acting_text('agency')
        and a.office = 'auditor' and a.status = 'CONFIRMED' and of_programme = any (a.covers_programmes)
        and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())) $$;
revoke all on function audits_programme(text) from public;
grant execute on function audits_programme(text) to ${app};

-- Those to whom the group's marking is released: whoever publishes or chairs in a programme that is a member or invited, and
-- the auditors of a programme that takes part. A seat that votes on a member package isn't told of the other side's state.
create or replace function sees_embargo(of_group uuid) returns boolean language sql stable security definer
    set search_path = public
    as $$
    select case when acting_text('system') <> '' then claimed(array[of_group])
        when acting_text('sub') = '' then false
        else exists (select from embargo_member m where m.group_id = of_group and m.left_at is null
                  and (exists (select from appointment a where a.sub = acting_text('sub')
                          and a.agency = acting_text('agency') and a.programme = m.programme
                          and a.office in ('publisher', 'chair') and a.status = 'CONFIRMED'
                          and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now()))
                      or m.joined_at is not null and audits_programme(m.programme)))
            and (select g.m_level = any (acting_set('levels')) from embargo_group g where g.id = of_group)
            and not exists (select from embargo_member m where m.group_id = of_group and m.left_at is null
                  and m.package_id is not null and recused_in_package(m.package_id))
        end
    $$;
