-- A complaint that came again after proceedings counts from that day; an answer on a wrong course stays readable and does not stand.

alter table complaint add column comes_again_on date;

alter table issue_answer add column set_aside integer default 0 not null;
alter table issue_answer add column set_aside_on date;
alter table issue_answer drop constraint one_answer_a_stage;
alter table issue_answer add constraint one_answer_a_stage unique (issue_id, stage, set_aside);
