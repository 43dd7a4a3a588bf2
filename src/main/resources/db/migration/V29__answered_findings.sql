-- What does not fit in a record is corrected, or kept with a reason; a changed record asks again, because its sentence is another.

create table finding_answer (
    id           bigint       not null primary key,
    complaint_id bigint       not null references complaint (id),
    code         varchar(6)   not null,
    rule_id      varchar(10)  not null,
    sentence     text         not null,
    answer       varchar(10)  not null,
    reason       text         not null,
    answered_by  varchar(255) not null,
    answered_on  date         not null
);

create index finding_answer_complaint on finding_answer (complaint_id);
