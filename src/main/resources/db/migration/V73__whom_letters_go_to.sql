-- To whom of the case a letter goes: their numbers, with commas; empty for letters to the other side and for those from before, which know names only.
alter table letter add column people varchar(400);
