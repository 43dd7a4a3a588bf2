-- What figures and the board read of each case, worked out from the case file: so a page reads what it shows and not all cases of a council. It is brought up to date from the
-- record of changes before each answer (tally/KeptRows), stands outside the chain, and goes with the case.
create table case_figure (
    complaint_id bigint       not null references complaint (id),
    -- the id of a figure of docs/figures.md, and which of its lines of this case
    figure       varchar(40)  not null,
    number       integer      not null,
    council      varchar(64)  not null,
    reference    varchar(40)  not null,
    kind         varchar(200) not null,
    -- a service of the council, or the council's name at an Ombudsman
    place        varchar(400) not null,
    happened_on  date         not null,
    primary key (complaint_id, figure, number)
);

-- all that is counted stands in the index
create index case_figure_counted on case_figure (council, figure, happened_on, kind, place, reference);

-- deadlines that run and that an office owes within a period; reminders and a person's own time are nobody's delay
create table case_due (
    complaint_id bigint       not null references complaint (id),
    deadline_id  bigint       not null,
    council      varchar(64)  not null,
    reference    varchar(40)  not null,
    -- about which council an Ombudsman's case is; empty for a council's own
    counterpart  varchar(64)  not null,
    service      varchar(40)  not null,
    kind         varchar(60)  not null,
    stage        integer      not null,
    item         integer,
    due_on       date         not null,
    owed_by      varchar(40)  not null,
    primary key (complaint_id, deadline_id)
);

create index case_due_day on case_due (council, due_on, reference, deadline_id);

-- up to which entry of the record of changes the rows follow it; none before they were made for the first time. Whoever brings them up to date holds it.
create table kept_rows (
    id       integer not null primary key,
    sequence bigint
);

insert into kept_rows (id, sequence) values (1, null);
