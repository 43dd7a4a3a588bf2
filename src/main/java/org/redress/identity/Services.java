package org.redress.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The services of councils (children's, adults, housing, highways …): rows, which come with the council. Who may work on a case of a
 * service is role and service; for each pair there is a group in which tasks wait and rights are given, such as
 * {@code responders@housing}. Nobody is put into these: a person's roles and services say which are theirs.
 */
@Component
public class Services {
    /** What the id of a service's group begins with; an administrator puts people into it. */
    private static final String GROUP = "service-";
    /** No id of a group that somebody makes may hold this sign. */
    private static final String AT = "@";

    private final JdbcClient database;
    private final ProcessEngine engine;
    private final IdentityService identity;

    Services(JdbcClient database, @Lazy ProcessEngine engine, @Lazy IdentityService identity) {
        this.database = database;
        this.engine = engine;
        this.identity = identity;
    }

    /** A service of a council; one that has ended keeps its name for the cases that it had. */
    public record Service(String code, String name, boolean ended) {}

    /** The services of a council that cases can be given to, as options of a form's select field. */
    public SpinJsonNode of(String council) {
        return Spin.JSON(open(council).stream().map(service -> Map.of("label", service.name(), "value", service.code())).toList());
    }

    /** The services of a council that have not ended, by name. */
    public List<Service> open(String council) {
        return all(council).stream().filter(service -> !service.ended()).toList();
    }

    /** The name of a service as people read it; its code where it was never known. */
    public String name(String council, String code) {
        return all(council).stream().filter(service -> service.code().equals(code)).map(Service::name).findFirst().orElse(code);
    }

    /** Whether an engine's group is that of a service. */
    public static boolean isGroup(String group) {
        return group.startsWith(GROUP);
    }

    /** The group in which work of a role waits that was given to a service. */
    public static String group(String role, String service) {
        return role + AT + service;
    }

    /** The role that a group stands for: {@code responders} for {@code responders@housing}, and the group itself for any other. */
    public static String role(String group) {
        return group.replaceFirst(AT + ".*", "");
    }

    /** The service that a group stands for, if it does. */
    static Optional<String> service(String group) {
        return group.contains(AT) ? Optional.of(group.substring(group.indexOf(AT) + 1)) : Optional.empty();
    }

    /** A person's groups with those that follow from role and service: all services of the council for whoever belongs to none. */
    List<String> withServices(Collection<String> groups, Collection<String> councils) {
        var roles = List.of(Role.values()).stream().filter(role -> role.ofServices() && groups.contains(role.group())).toList();
        if (roles.isEmpty()) {
            return List.copyOf(groups);
        }
        var own = groups.stream().filter(Services::isGroup).map(group -> group.substring(GROUP.length())).toList();
        var open = own.isEmpty() ? codes(councils) : own;
        var all = new LinkedHashSet<>(groups);
        roles.forEach(role -> open.forEach(code -> all.add(group(role.group(), code))));
        return List.copyOf(all);
    }

    /** Brings the services of a council to these, code and name; one that is not among them has ended. */
    public void keep(String council, Map<String, String> wanted) {
        var there = all(council);
        wanted.forEach((code, name) -> {
            var before = there.stream().filter(service -> service.code().equals(code)).findFirst();
            if (before.isEmpty()) {
                database.sql("insert into service (council, code, name, ended) values (?, ?, ?, ?)").params(council, code, name, false).update();
            } else if (!before.get().equals(new Service(code, name, false))) {
                database.sql("update service set name = ?, ended = ? where council = ? and code = ?").params(name, false, council, code).update();
            }
        });
        there.stream().filter(service -> !service.ended() && !wanted.containsKey(service.code())).forEach(service ->
                database.sql("update service set ended = ? where council = ? and code = ?").params(true, council, service.code()).update());
        makeGroups();
    }

    /** Removes the services of a council that nobody ever had a case of. */
    public void remove(String council) {
        database.sql("delete from service where council = ?").params(council).update();
    }

    /** Makes the groups of all services, where they are missing. */
    public void makeGroups() {
        unchecked(() -> {
            for (var code : database.sql("select distinct code from service order by code").query(String.class).list()) {
                if (identity.createGroupQuery().groupId(GROUP + code).count() == 0) {
                    var group = identity.newGroup(GROUP + code);
                    group.setName("Service: " + code.replace('-', ' '));
                    group.setType("SERVICE");
                    identity.saveGroup(group);
                }
            }
            return null;
        });
    }

    private List<Service> all(String council) {
        return database.sql("select code, name, ended from service where council = ? order by name, code").params(council).query(Service.class).list();
    }

    private List<String> codes(Collection<String> councils) {
        return councils.isEmpty() ? List.of() : database.sql("select distinct code from service where council in (:councils) order by code")
                .param("councils", councils).query(String.class).list();
    }

    /** Groups come with services, whoever adds these. */
    private void unchecked(Supplier<Void> work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work::get));
    }
}
