-- What is looked for by its outcome or by its holder is read by that, and not along all cases of the council.
create index complaint_ended on complaint (council, status, status_since, reference);
create index appointment_person on appointment (person, complaint_id);

-- the board counts and lists from the index alone
drop index case_due_day;
create index case_due_day on case_due (council, due_on, reference, deadline_id, counterpart, service, kind, stage, item, owed_by);
