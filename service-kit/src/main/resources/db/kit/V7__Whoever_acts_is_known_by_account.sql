-- Names of accounts for showing beside a pseudonym; no case content. The journal keeps the pseudonym alone, so that a name
-- can be erased here and every hash stays.
create table person (
    sub text primary key,
    account text not null,
    agency text not null
);
grant select, insert, update on person to ${app};
