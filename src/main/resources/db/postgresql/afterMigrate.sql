-- What the user of the application (spring.datasource.username) may do with our tables, where somebody else owns them.
do '
declare
    ours record;
begin
    if current_user = ''${application}'' then
        return;
    end if;
    for ours in select c.oid::regclass as name, c.relkind as kind, c.relname as bare from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relowner = current_user::regrole and c.relkind in (''r'', ''S'') loop
        execute format(''revoke all on %s from %I'', ours.name, ''${application}'');
        if ours.kind = ''S'' then
            execute format(''grant usage on sequence %s to %I'', ours.name, ''${application}'');
        elsif ours.bare = ''audit'' then
            execute format(''grant select, insert on %s to %I'', ours.name, ''${application}'');
        elsif ours.bare = ''audit_head'' then
            execute format(''grant select, update on %s to %I'', ours.name, ''${application}'');
        elsif ours.bare = ''audit_key'' then
            execute format(''grant select, insert, delete on %s to %I'', ours.name, ''${application}'');
        elsif ours.bare = ''flyway_schema_history'' then
            execute format(''grant select on %s to %I'', ours.name, ''${application}'');
        else
            execute format(''grant select, insert, update, delete on %s to %I'', ours.name, ''${application}'');
        end if;
    end loop;
end';
