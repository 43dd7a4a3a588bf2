create function refuse_to_change_the_audit() returns trigger language plpgsql as
    'begin raise exception ''The record of changes is added to, never changed.''; end';

create trigger audit_is_not_changed before update or delete or truncate on audit
    for each statement execute function refuse_to_change_the_audit();
