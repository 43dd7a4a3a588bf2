-- The record of changes: one chain over all cases, without anything that people wrote.

create table audit (
    sequence    bigint        not null primary key,
    recorded_at varchar(30)   not null,
    who         varchar(255)  not null,
    operation   varchar(10)   not null,
    table_name  varchar(64)   not null,
    row_id      bigint,
    reference   varchar(40),
    council     varchar(64),
    task        varchar(64),
    changed     varchar(2000),
    digest      varchar(64),
    previous    varchar(64)   not null,
    hash        varchar(64)   not null
);

create index audit_row on audit (table_name, row_id, sequence);
create index audit_reference on audit (reference, operation, sequence);

-- The end of the chain, and the lock that keeps the chain a line. It points to its entry, so the audit cannot be truncated.
create table audit_head (
    id       integer     not null primary key,
    sequence bigint      references audit (sequence),
    hash     varchar(64) not null
);

insert into audit_head (id, sequence, hash) values (1, null, '');

-- What the digests of a case are keyed with, until the case is removed.
create table audit_key (
    reference varchar(40) not null primary key,
    secret    varchar(64) not null
);
