-- An auditor of one side reads of a shared case what is of no programme, what is of a programme that the appointment covers, and
-- what is of a programme in which an agency that it covers proposes or decides there. How far the other side is stays its own.
create or replace function audits(in_case uuid, of_programme text) returns boolean language sql stable security definer
    set search_path = public
    as $$ select exists (select from appointment a where a.sub = acting_text('sub') and a.office = 'auditor'
        and a.status = 'CONFIRMED' and a.valid_from <= acting_now() and (a.valid_to is null or a.valid_to > acting_now())
        and (of_programme = any (a.covers_programmes)
            or of_programme is null and (
                exists (select from proposal r where r.case_id = in_case and r.submitted_revision is not null
                    and r.programme = any (a.covers_programmes))
                or exists (select from participation p where p.case_id = in_case and p.agency = any (a.covers_agencies))
                or exists (select from party y where y.case_id = in_case and y.agency = any (a.covers_agencies)))
            or of_programme is not null and exists (select from proposal r where r.case_id = in_case
                and r.programme = of_programme and (r.agency = any (a.covers_agencies)
                    or exists (select from party y where y.scope_id = r.id and y.agency = any (a.covers_agencies)))))) $$;
