-- What the board of a supervisor counts and lists: open deadlines by their day, and cases that are over by theirs.

create index deadline_due on deadline (state, due_on, reference);
create index complaint_since on complaint (council, status_since, reference);
