-- What a council says in the documents that it publishes each year: of each provision of the Complaint Handling Code whether it follows it, and the words of the yearly report. A row is never
-- changed: the one with the highest number stands, the others are its history. Of no case, and in the record of changes with the council.
create table yearly_answer (
    id         bigint      not null primary key,
    council    varchar(64) not null references council (tenant),
    -- the year from 1 April of
    year_from  integer     not null,
    topic      varchar(40) not null,
    number     integer     not null,
    -- yes, partly or no; none where nothing is followed, as in the report
    follows    varchar(10),
    words      text        not null,
    planned    text,
    planned_by date,
    written_by varchar(64) not null,
    written_at timestamp   not null,
    constraint yearly_answer_number unique (council, year_from, topic, number)
);
