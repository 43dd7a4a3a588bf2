-- A letter can set the day for the answer; what is recommended without the council's agreement has no compliance.

alter table agreed_action add column not_agreed boolean default false not null;
alter table deadline add column asked_letter_day date;
