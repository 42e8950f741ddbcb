-- Which round passed this revision of the entry last in this package: told from the rounds before it came and after it left by
-- more than their time, which may be one for all of them.
alter table package_entry add column passed_in uuid references round;
update package_entry e set passed_in = (select r.id from round r
        where r.package_id = e.package_id and r.status = 'PASSED' and (e.left_at is null or r.closed_at <= e.left_at)
        order by r.closed_at desc limit 1);
