-- A letter with which an Ombudsman ends a complaint says how: the figures of both sides count it (rule book 3.3). What was kept before is counted as not recorded.

alter table letter add column outcome varchar(20);

-- figures ask for a time, by the day of a letter and by the day on which a deadline ended
create index letter_sent on letter (sent_on);
create index deadline_closed on deadline (closed_on);
