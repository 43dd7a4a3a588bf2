-- A deadline that is set after a pause counts without the days of the pause, so the case remembers them.
create table case_pause (
    id         bigint      not null primary key,
    reference  varchar(40) not null references complaint (reference),
    paused_on  date        not null,
    resumed_on date
);

create index case_pause_reference on case_pause (reference);
