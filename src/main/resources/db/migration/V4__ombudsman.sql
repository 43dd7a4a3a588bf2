-- The Ombudsman's side: whom a case is with, evidence, comments on drafts, agreed actions.

alter table complaint add column ombudsmans boolean default false not null;
alter table complaint add column counterpart varchar(64);
alter table complaint add column counterpart_reference varchar(40);
-- an outcome is worded by a form or a table
alter table complaint alter column status_because set data type varchar(200);
alter table letter add column marking varchar(20);
alter table deadline add column item integer;

create index complaint_counterpart on complaint (counterpart, counterpart_reference);

create table evidence (
    id           bigint      not null primary key,
    complaint_id bigint      not null references complaint (id),
    number       integer     not null,
    what         text        not null,
    from_whom    varchar(200) not null,
    marking      varchar(20) not null,
    received_on  date        not null,
    constraint evidence_number unique (complaint_id, number)
);

create table draft_comment (
    id            bigint      not null primary key,
    complaint_id  bigint      not null references complaint (id),
    number        integer     not null,
    made_by       varchar(40) not null,
    text          text        not null,
    received_on   date        not null,
    consideration text,
    changes_draft boolean,
    considered_by varchar(64),
    considered_on date,
    constraint draft_comment_number unique (complaint_id, number)
);

create table agreed_action (
    id             bigint      not null primary key,
    version        integer     not null,
    complaint_id   bigint      not null references complaint (id),
    draft          integer     not null,
    number         integer     not null,
    state          varchar(20) not null,
    kind           varchar(40),
    beneficiary    varchar(200),
    amount         numeric(12, 2),
    within         varchar(60),
    counts_from    date,
    from_assumed   boolean     not null,
    wording        text,
    done_on        date,
    done_by        varchar(200),
    what_was_done  text,
    amount_paid    numeric(12, 2),
    difference     text,
    evidence       text,
    verdict        varchar(20),
    verdict_reason text,
    verdict_on     date,
    constraint agreed_action_number unique (complaint_id, draft, number)
);
