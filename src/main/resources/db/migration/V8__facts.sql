-- An answer is a fact: its words for readers, its value for what is worked out from it, and the answer that it puts right.

alter table answer add column fact varchar(100);
-- points to an answer of the same case; no foreign key, since a case goes as a whole and its rows in any order
alter table answer add column corrects bigint;
