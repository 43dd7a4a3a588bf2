-- From whom the work of a case is kept, because the case is about them: accounts of its council, as the complaint and the restrictions of the case name them
-- (gate/KeptApart). It is worked out from other rows and goes with the case.
create table kept_from (
    complaint_id bigint       not null references complaint (id),
    council      varchar(64)  not null,
    reference    varchar(40)  not null,
    person       varchar(64)  not null,
    primary key (complaint_id, person)
);

create index kept_from_council on kept_from (council);
create index kept_from_person on kept_from (person);
