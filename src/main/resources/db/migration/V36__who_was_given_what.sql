-- The record of changes also says who was given what: tasks, accounts, roles, councils, passwords, filters.
alter table audit add column concerns varchar(255);

create index audit_operation on audit (operation, council, sequence);

-- What is decided by looking first is decided one after the other: whoever decides holds a row until their transaction is over.
create table turn (
    name varchar(40) not null primary key
);

insert into turn (name) values ('accounts'), ('retention-review');
