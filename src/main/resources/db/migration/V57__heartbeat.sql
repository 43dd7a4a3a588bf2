-- Whether the database takes a write: whoever watches the product has this row written now and then.
create table heartbeat (
    id integer   not null primary key,
    at timestamp not null
);

insert into heartbeat (id, at) values (1, current_timestamp);
