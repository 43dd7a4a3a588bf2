-- Which PostgreSQL database this was when it was last started, by the numbers that it and its tables have there: what was restored from a dump has others, and is asked
-- about before anybody works in it. (Beside an H2 file a file says how far its record of changes had come.)
create table installation (
    id    integer not null primary key,
    place varchar(200)
);

insert into installation (id, place) values (1, null);
