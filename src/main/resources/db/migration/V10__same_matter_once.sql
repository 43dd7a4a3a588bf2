-- The same matter once: what was sent, so that it makes one case, and how cases belong together.

-- a reference from outside is kept as it was written
alter table complaint alter column counterpart_reference set data type varchar(100);

-- A start form that was sent: the same again is the same submission. It goes with its case; one that belongs to no case says nothing about anybody.
create table submission (
    id                 bigint       not null primary key,
    complaint_id       bigint       references complaint (id),
    council            varchar(64)  not null,
    person             varchar(255) not null,
    submission_key     varchar(160) not null,
    form               varchar(100) not null,
    -- a digest of the answers
    answers            varchar(64)  not null,
    sent_at            timestamp    not null,
    process_instance   varchar(64),
    process_definition varchar(255),
    constraint one_submission unique (council, person, submission_key)
);

create index submission_complaint on submission (complaint_id);
create index submission_answers on submission (council, person, answers);

-- to find what is likely the same matter
create index complaint_received on complaint (council, received_at);
create index party_label on party (label);

-- How a case belongs to another of its council; each of the two has a row, which goes with it.
create table case_link (
    id              bigint       not null primary key,
    complaint_id    bigint       not null references complaint (id),
    kind            varchar(20)  not null,
    other_reference varchar(40)  not null,
    linked_on       date         not null,
    linked_by       varchar(255) not null,
    reason          text         not null,
    undone_on       date,
    undone_by       varchar(255),
    undone_because  text
);

create index case_link_complaint on case_link (complaint_id);
