-- Councils, and Ombudsmen, as data: what an administrator or a file says about each, and the procedures that it has from which moment on.

create sequence council_id start with 1 increment by 1;

create table council (
    id         bigint       not null primary key,
    version    integer      not null,
    -- the tenant of the engine, which the case files know the council by
    tenant     varchar(64)  not null unique,
    ombudsman  boolean      not null,
    name       varchar(200) not null,
    -- what its references begin with; an Ombudsman's are numbers alone
    prefix     varchar(64)  unique,
    -- the prefix as references are compared, without what joins its words
    prefix_key varchar(64)  unique,
    calendar   varchar(40)  not null,
    address    varchar(500),
    email      varchar(254),
    telephone  varchar(40),
    web        varchar(200)
);

-- Which procedure a council has for a kind of complaint, for those received from a moment on, until the next one.
create table council_procedure (
    id            bigint      not null primary key,
    council_id    bigint      not null references council (id),
    kind          varchar(64) not null,
    procedure_key varchar(64) not null,
    valid_from    timestamp   not null,
    constraint one_procedure_at_a_time unique (council_id, kind, valid_from)
);
