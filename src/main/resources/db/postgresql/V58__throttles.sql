-- How often something was done, for all nodes; in a file of H2 there is one node, which has it in memory. An id is a digest: no name and no address is kept.
create table throttle (
    id         varchar(64) not null primary key,
    state      bytea,
    expires_at bigint
);

create index throttle_expires on throttle (expires_at);
