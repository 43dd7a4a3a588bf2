-- People of a case can be added, named, changed and ended while it goes on. Rows from before stay as they are: their columns are
-- empty, and the product reads their number from their order and their part from their role.

alter table party add column number integer;
alter table party add column part varchar(40);
alter table party add column also_called text;
alter table party add column speaks_for integer;
alter table party add column consent varchar(20);
alter table party add column consent_ground varchar(40);
alter table party add column consent_asked_on date;
alter table party add column consent_settled_on date;
alter table party add column contact text;
alter table party add column unreachable text;
alter table party add column unreachable_since date;
alter table party add column adjustment text;
alter table party add column joined_on date;
alter table party add column left_on date;
alter table party add column left_because varchar(40);
alter table party add column left_reason text;
alter table party add constraint party_number unique (complaint_id, number);

-- A letter may go to several people.
alter table letter alter column addressee set data type varchar(2000);

-- A change of who complains waits here until a second person has confirmed it.
create table party_change (
    id              bigint       not null primary key,
    complaint_id    bigint       not null references complaint (id),
    number          integer      not null,
    change          varchar(40)  not null,
    person          integer,
    label           varchar(200),
    part            varchar(40),
    speaks_for      integer,
    happened_on     date         not null,
    reason          text         not null,
    proposed_by     varchar(64)  not null,
    proposed_on     date         not null,
    confirmed       boolean,
    decided_by      varchar(64),
    decided_on      date,
    decision_reason text,
    constraint party_change_number unique (complaint_id, number)
);

create index party_change_complaint on party_change (complaint_id);

-- What a council keeps somebody from, why, until when it is looked at again, and what became of an appeal.
create table contact_restriction (
    id              bigint       not null primary key,
    complaint_id    bigint       not null references complaint (id),
    number          integer      not null,
    person          integer      not null,
    restriction     varchar(40)  not null,
    what            text         not null,
    reason          text         not null,
    decided_on      date         not null,
    decided_by      varchar(64)  not null,
    reviewed_on     date,
    reviewed_by     varchar(64),
    appealed_on     date,
    appeal          text,
    appeal_outcome  varchar(40),
    appeal_on       date,
    appeal_by       varchar(64),
    appeal_reason   text,
    ended_on        date,
    ended_because   text,
    constraint contact_restriction_number unique (complaint_id, number)
);

create index contact_restriction_complaint on contact_restriction (complaint_id);
