-- When it was recorded that nothing more is done on a case; empty where that was before this column came, and the chronology tells.
alter table complaint add column ended_at timestamp;
-- How many of the cases that went were recorded long after the day on which they were closed, so that both supervisors confirmed the day.
alter table removal add column recorded_late integer;
