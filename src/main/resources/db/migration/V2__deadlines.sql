create table deadline (
    id                  bigint       not null primary key,
    version             integer      not null,
    reference           varchar(40)  not null references complaint (reference),
    kind                varchar(60)  not null,
    stage               integer      not null,
    owed_by             varchar(40)  not null,
    rule_id             varchar(40)  not null,
    clause              varchar(400) not null,
    trigger_name        varchar(60)  not null,
    trigger_on          date         not null,
    allowance           varchar(60)  not null,
    due_on              date         not null,
    original_due_on     date         not null,
    unextended_due_on   date         not null,
    target_on           date         not null,
    steps               text         not null,
    calendar_version    varchar(100) not null,
    cap                 varchar(60),
    cap_from            varchar(20),
    extension_needs     varchar(60),
    met_by              varchar(60),
    state               varchar(20)  not null,
    warned_on           date,
    overdue_since       date,
    closed_on           date,
    days_late           integer,
    cancelled_because   varchar(400),
    process_instance_id varchar(64),
    variable            varchar(80)
);

create table deadline_extension (
    deadline_id bigint      not null references deadline (id),
    position    integer     not null,
    noticed_on  date        not null,
    from_due    date        not null,
    to_due      date        not null,
    reason      text        not null,
    granted_by  varchar(64) not null,
    primary key (deadline_id, position)
);

create table deadline_pause (
    deadline_id bigint      not null references deadline (id),
    position    integer     not null,
    paused_on   date        not null,
    resumed_on  date,
    remaining   integer     not null,
    unit        varchar(20) not null,
    primary key (deadline_id, position)
);

create index deadline_reference on deadline (reference);
create index deadline_instance on deadline (process_instance_id);
