-- The number that a case had in another system from which it was taken over: a second run knows it again, and people find it.

alter table complaint add column old_number varchar(100);
alter table complaint add constraint one_old_number unique (council, old_number);

-- What a token of a program may be used for at /redress/api/v1; none is a token from before, or for the other calls.
alter table api_token add column scopes varchar(200);
