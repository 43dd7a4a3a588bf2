-- Evidence, letters received and photographs: what is known of each, with the digest of its bytes, is in the record of changes;
-- the bytes are beside it in pieces, so that nobody has to hold a whole file in memory (audit/CaseTables).

create table attachment (
    id               bigint       not null primary key,
    version          integer      not null,
    complaint_id     bigint       not null references complaint (id),
    -- counted when its turn has come, after its bytes are there
    number           integer,
    name             varchar(200) not null,
    kind             varchar(20)  not null,
    description      text,
    from_whom        varchar(200),
    marking          varchar(20)  not null,
    received_on      date         not null,
    added_at         timestamp    not null,
    added_by         varchar(64)  not null,
    type             varchar(160) not null,
    bytes            bigint       not null,
    sha256           varchar(64)  not null,
    state            varchar(20)  not null,
    found            varchar(200),
    metadata         text,
    without_metadata boolean      not null,
    evidence         integer,
    letter           bigint,
    set_aside_on     date,
    set_aside_by     varchar(64),
    set_aside_reason text,
    constraint attachment_number unique (complaint_id, number)
);

create index attachment_waiting on attachment (state, id);

create table attachment_piece (
    attachment_id bigint  not null references attachment (id),
    position      integer not null,
    content       bytea   not null,
    primary key (attachment_id, position)
);
