-- A page of finished cases is found in the index alone, whatever it is narrowed to.
drop index complaint_since;
create index complaint_since on complaint (council, status_since, reference, status, service);
