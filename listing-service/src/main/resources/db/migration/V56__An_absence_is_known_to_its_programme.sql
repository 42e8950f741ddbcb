-- Who is away, and who stands in, is for the agency that says so and for those who hold a seat or office of the programme.
drop policy known_to_all on absence;
create policy known_to_its_programme on absence to ${app}
    using (acting_text('system') <> '' or acting_text('sub') <> '' and (agency = acting_text('agency')
        or exists (select from appointment a where a.sub = acting_text('sub') and a.agency = acting_text('agency')
            and a.programme = absence.programme and a.status = 'CONFIRMED' and a.valid_from <= acting_now()
            and (a.valid_to is null or a.valid_to > acting_now()))))
    with check (agency = acting_text('agency'));
