-- What the council itself promises is followed up like what it agrees with the Ombudsman; each upheld issue says why it went wrong and what is learnt.

alter table agreed_action add column promised_at_stage integer;
alter table agreed_action add column issue_number integer;
alter table agreed_action add column promised_by date;
alter table agreed_action add column told_on date;
alter table issue_answer add column cause varchar(40);
alter table issue_answer add column service varchar(64);
alter table issue_answer add column lesson text;
