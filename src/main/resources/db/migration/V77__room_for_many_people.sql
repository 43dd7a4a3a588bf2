-- A paper that only some people got names them by their numbers, and so does a letter; there may be more than a few.
alter table attachment alter column marking set data type varchar(2000);
alter table letter alter column people set data type varchar(2000);
