-- The letter as it goes out is written when it goes: what is kept of it here is the SHA-256 of the file that went.
alter table dispatch drop column paper;
alter table dispatch add column sha256 varchar(64);
