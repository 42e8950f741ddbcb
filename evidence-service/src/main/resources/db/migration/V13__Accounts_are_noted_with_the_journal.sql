insert into person (sub, account, agency) select sub, name, agency from account on conflict do nothing;
drop table account;
