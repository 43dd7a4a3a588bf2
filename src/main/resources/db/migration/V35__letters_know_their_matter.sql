-- A letter between a council and an Ombudsman knows the other side's number of the matter, so that a letter in the wrong file can be taken back.

alter table letter add column their_reference varchar(100);
