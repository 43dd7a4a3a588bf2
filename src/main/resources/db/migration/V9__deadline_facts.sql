-- A deadline is folded from its facts: what they lacked is the moment at which each was recorded, and what the table was asked with.
alter table deadline add column closed_at timestamp;
alter table deadline add column closed_by varchar(64);
alter table deadline add column lapsed_on date;
alter table deadline add column remarks text;
alter table deadline add column escalation_id varchar(64);
alter table deadline add column definition_id varchar(64);
alter table deadline add column asked_procedure varchar(64);
alter table deadline add column asked_oral boolean;
alter table deadline add column asked_received_at varchar(40);
alter table deadline add column asked_within varchar(60);
alter table deadline add column asked_council varchar(64);

update deadline set lapsed_on = closed_on where state = 'LAPSED';

-- what the table was asked with is known of open deadlines of the council's own procedures
update deadline set
    asked_procedure = (select c.procedure_key from complaint c where c.reference = deadline.reference),
    asked_council = (select c.council from complaint c where c.reference = deadline.reference),
    asked_received_at = (select replace(cast(c.received_at as varchar(19)), ' ', 'T') from complaint c where c.reference = deadline.reference)
where state in ('OPEN', 'PAUSED') and owed_by = 'council' and reference in (select c.reference from complaint c where not c.ombudsmans);

alter table deadline_extension add column recorded_at timestamp;

alter table deadline_pause add column due_then date;

alter table case_pause add column recorded_at timestamp;
alter table case_pause add column recorded_by varchar(64);
alter table case_pause add column end_recorded_at timestamp;

create index deadline_state on deadline (state, id);
