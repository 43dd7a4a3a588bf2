create trigger audit_is_not_updated before update on audit for each statement call 'org.redress.audit.AppendOnly';
create trigger audit_is_not_deleted before delete on audit for each statement call 'org.redress.audit.AppendOnly';
