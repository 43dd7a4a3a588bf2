-- Letters that the product sends: to whom, where, by what, and what came of it. One row for each person to whom a letter goes; of a case, and in the record of changes.
create table dispatch (
    id                  bigint       not null primary key,
    version             integer      not null,
    reference           varchar(40)  not null references complaint (reference),
    number              integer      not null,
    -- the number of the first of those that one confirmation sent
    sending             integer      not null,
    -- the step that is done when all of them are accepted: its form, its task, the instance that it belongs to, and its name
    form                varchar(100) not null,
    task                varchar(64)  not null,
    instance            varchar(64)  not null,
    title               varchar(200) not null,
    -- what was answered in it, until it is done
    answers             text,
    letter              varchar(60)  not null,
    subject             varchar(400) not null,
    text                text         not null,
    -- the number of the attachment that is the letter as it goes out, where there is one
    paper               integer,
    party               integer      not null,
    name                varchar(400) not null,
    channel             varchar(20)  not null,
    address             varchar(400) not null,
    confirmed_by        varchar(64)  not null,
    confirmed_at        timestamp    not null,
    state               varchar(20)  not null,
    -- what the channel knows it by: made at random, and says nothing of anybody
    our_reference       varchar(64)  not null unique,
    provider_id         varchar(64),
    attempts            integer      not null,
    attempted_at        timestamp,
    next_at             timestamp    not null,
    -- whether nobody knows if the last attempt succeeded, so the channel is asked before the next
    unsure              boolean      not null,
    accepted_at         timestamp,
    accepted_on         date,
    -- whether the step was done with it
    recorded            boolean      not null,
    ended_at            timestamp,
    because             varchar(400),
    constraint dispatch_number unique (reference, number)
);

create index dispatch_next on dispatch (state, next_at);
