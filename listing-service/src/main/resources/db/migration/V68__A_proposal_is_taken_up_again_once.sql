-- Each draft names what it takes up again; that one now names the draft too, so that no second one is begun.
alter table proposal add column taken_up_by uuid;
update proposal p set taken_up_by = s.id
    from (select distinct on (supersedes) supersedes, id from proposal where supersedes is not null
        order by supersedes, changed_at desc, id) s
    where s.supersedes = p.id;
