-- The clock stands still too between the end of a case and the day on which that end was taken back; empty is a pause for proceedings.
alter table case_pause add column ended boolean;
