-- A start form can be opened for a case, from its page; what is typed into it is kept apart from what is typed for another case or for none.
alter table draft add column about varchar(100) default '' not null;

alter table draft drop constraint draft_of_start;
alter table draft add constraint draft_of_start unique (person, council, process, about);
