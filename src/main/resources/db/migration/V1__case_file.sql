-- The case file: the record of every complaint. Engine tables hold references only.

create sequence complaint_number start with 1 increment by 1;
create sequence case_file_id start with 1 increment by 50;

create table complaint (
    id                bigint       not null primary key,
    version           integer      not null,
    reference         varchar(40)  not null unique,
    council           varchar(64)  not null,
    status            varchar(20)  not null,
    status_since      date         not null,
    status_because    varchar(40),
    received_at       timestamp    not null,
    channel           varchar(40)  not null,
    complainant_role  varchar(40)  not null,
    complained_of     text         not null,
    outcome_wanted    text,
    procedure_key     varchar(64),
    stage             integer      not null,
    advocate_asked    date,
    advocate_appointed date,
    later_start       date,
    sufficient_interest date
);

create table party (
    id           bigint       not null primary key,
    complaint_id bigint       not null references complaint (id),
    label        varchar(200) not null,
    role         varchar(200) not null
);

create table issue (
    id             bigint  not null primary key,
    complaint_id   bigint  not null references complaint (id),
    number         integer not null,
    text           text    not null,
    added_on       date    not null,
    not_considered varchar(40),
    constraint issue_number unique (complaint_id, number)
);

create table issue_answer (
    id         bigint       not null primary key,
    issue_id   bigint       not null references issue (id),
    stage      integer      not null,
    finding    varchar(40)  not null,
    reasons    text         not null,
    remedy     text,
    remedy_by  date,
    given_by   varchar(64)  not null,
    given_on   date         not null,
    constraint one_answer_a_stage unique (issue_id, stage)
);

create table letter (
    id           bigint       not null primary key,
    complaint_id bigint       not null references complaint (id),
    stage        integer      not null,
    kind         varchar(40)  not null,
    addressee    varchar(200) not null,
    text         text         not null,
    channel      varchar(40),
    sent_on      date         not null,
    received_on  date
);

create table duty (
    id           bigint      not null primary key,
    complaint_id bigint      not null references complaint (id),
    stage        integer     not null,
    duty         varchar(40) not null,
    person       varchar(64) not null,
    done_on      date        not null,
    constraint one_duty_a_stage unique (complaint_id, stage, duty, person)
);

create table chronology (
    id           bigint       not null primary key,
    complaint_id bigint       not null references complaint (id),
    happened_on  date         not null,
    recorded_at  timestamp    not null,
    who          varchar(64)  not null,
    what         varchar(200) not null,
    detail       text
);

create table answer (
    id            bigint       not null primary key,
    chronology_id bigint       not null references chronology (id),
    position      integer      not null,
    form          varchar(100) not null,
    field         varchar(100) not null,
    label         varchar(400) not null,
    content       text
);

create index party_complaint on party (complaint_id);
create index letter_complaint on letter (complaint_id);
create index chronology_complaint on chronology (complaint_id);
create index answer_chronology on answer (chronology_id);
create index issue_answer_issue on issue_answer (issue_id);
