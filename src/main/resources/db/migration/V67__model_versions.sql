-- The versions of models, tables and forms, one for each time that they were deployed: what the note beside them says, and what the product saw. In the record of changes.
create table model_version (
    -- its number, counted from 1
    id            bigint       not null primary key,
    -- the deployment of the engine that holds its files
    deployment_id varchar(64)  not null unique,
    -- of all its files together
    digest        varchar(64)  not null,
    files         integer      not null,
    name          varchar(100),
    author        varchar(200),
    reason        varchar(2000),
    -- the note to the letter
    note          varchar(8000),
    -- which node deployed it; unknown where that was before there were versions
    node          varchar(200),
    made_at       timestamp    not null
);

-- The nodes that run, and with which models each has started; one that is not seen any more has ended. It says nothing of the past, so it stands outside the record.
create table model_node (
    id         varchar(36)              not null primary key,
    name       varchar(200)             not null,
    digest     varchar(64)              not null,
    version    bigint                   not null,
    started_at timestamp with time zone not null,
    seen_at    timestamp with time zone not null
);
