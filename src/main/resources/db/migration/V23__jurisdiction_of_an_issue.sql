-- An issue is left out with the clause, or taken in at discretion with the reason.

alter table issue add column clause varchar(400);
alter table issue add column discretion text;
