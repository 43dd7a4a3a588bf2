-- Proofs of letters: a letter, as the document that it was when somebody approved or printed it, before it went out. What goes out is compared with it. One row for each address to
-- which it goes; of a case, and in the record of changes.
create table proof (
    id           bigint       not null primary key,
    complaint_id bigint       not null references complaint (id),
    -- approved or printed
    because      varchar(20)  not null,
    kind         varchar(60)  not null,
    stage        integer      not null,
    -- its place among those that were made together, from 1
    place        integer      not null,
    -- the day that stands on it
    dated        date         not null,
    sha256       varchar(64)  not null,
    content      text         not null,
    made_by      varchar(255) not null,
    made_at      timestamp    not null,
    -- whether nothing has gone out with it, and no other has taken its place
    stands       boolean      not null
);

create index proof_complaint on proof (complaint_id);
