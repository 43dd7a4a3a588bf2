package org.redress.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.redress.casefile.ReadOnce;
import org.redress.engine.Engine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The services of councils (children's, adults, housing, highways …): rows, which come with the council. Who may work on a case of a
 * service is role and service; for each pair there is a group in which tasks wait and rights are given, such as
 * {@code responders@housing}. Nobody is put into these: a person's roles and services say which are theirs. Work of a service that has
 * ended comes to the supervisors.
 */
@Component
public class Services {
    /** What the id of a service's group begins with; an administrator puts people into it. */
    static final String GROUP = "service-";
    /** Stands for all services of the council, those to come too; no service has this code. */
    public static final String WHOLE_COUNCIL = "whole-council";
    /** No id of a group that somebody makes may hold this sign. */
    private static final String AT = "@";

    private static final String TABLE = "council_service";

    private final JdbcClient database;
    private final Engine engine;
    private final IdentityService identity;
    private final ServiceMembers members;
    private final RecordedRows record;
    private final ObjectProvider<WorkWatch> watch;

    Services(JdbcClient database, Engine engine, @Lazy IdentityService identity, ServiceMembers members, @Lazy RecordedRows record,
            ObjectProvider<WorkWatch> watch) {
        this.database = database;
        this.engine = engine;
        this.identity = identity;
        this.members = members;
        this.record = record;
        this.watch = watch;
    }

    /** A service of a council; one that has ended keeps its name for the cases that it had. */
    public record Service(String code, String name, boolean ended) {}

    /** With its number in the record. */
    record Row(long id, String code, String name, boolean ended) {
        Service service() {
            return new Service(code, name, ended);
        }
    }

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

    /** The names of all services of a council by their codes, those that have ended too, for whoever names many. */
    public Map<String, String> names(String council) {
        return all(council).stream().collect(Collectors.toMap(Service::code, Service::name));
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
    public static Optional<String> service(String group) {
        return group.contains(AT) ? Optional.of(group.substring(group.indexOf(AT) + 1)) : Optional.empty();
    }

    /** Whether a service of a council has ended. */
    boolean ended(String council, String code) {
        return all(council).stream().anyMatch(service -> service.code().equals(code) && service.ended());
    }

    /**
     * A person's groups with those that follow from role and service. Whoever never belonged to a service works for the whole council, and
     * so does whoever was put into it; whoever belongs to none any more has no role of services until they are given one.
     */
    List<String> withServices(String person, Collection<String> groups, Collection<String> councils) {
        return withServices(() -> members.of(person), groups, councils);
    }

    /** The same where it is known who belongs to which service. */
    List<String> withServices(Supplier<ServiceMembers.Membership> membership, Collection<String> groups, Collection<String> councils) {
        var all = new LinkedHashSet<>(groups);
        all.removeIf(Services::isGroup);
        var roles = List.of(Role.values()).stream().filter(role -> role.ofServices() && groups.contains(role.group())).toList();
        if (!roles.isEmpty()) {
            var codes = codes(membership.get(), councils);
            if (codes.isEmpty()) {
                roles.forEach(role -> all.remove(role.group()));
            }
            codes.orElse(List.of()).forEach(code -> roles.forEach(role -> all.add(group(role.group(), code))));
        }
        return List.copyOf(all);
    }

    /** The services of a council to which a person belongs, by their codes; none for whoever works for the whole council. */
    public List<String> own(String person, String council) {
        return alive(members.of(person).codes(), rows(List.of(council))).stream().filter(code -> !code.equals(WHOLE_COUNCIL)).toList();
    }

    /** The one service of a council to which a person belongs; none if they belong to several, or to the whole council. */
    public Optional<String> only(String person, String council) {
        var own = alive(members.of(person).codes(), rows(List.of(council)));
        return own.size() == 1 && !own.contains(WHOLE_COUNCIL) ? Optional.of(own.get(0)) : Optional.empty();
    }

    /** Whether somebody belonged to a service and belongs to none any more. */
    boolean lostAll(String person, String council) {
        return codes(members.of(person), List.of(council)).isEmpty();
    }

    /** The services for which a person works, all of the council or some; nothing if they belong to none any more. */
    private Optional<List<String>> codes(ServiceMembers.Membership membership, Collection<String> councils) {
        var services = rows(councils);
        var own = alive(membership.codes(), services);
        if (!membership.ever() || own.contains(WHOLE_COUNCIL)) {
            // those that have ended too: somebody has to see what they left
            return Optional.of(services.stream().map(Row::code).distinct().toList());
        }
        return own.isEmpty() ? Optional.empty() : Optional.of(own);
    }

    private static List<String> alive(Collection<String> codes, Collection<Row> services) {
        return codes.stream().filter(code -> code.equals(WHOLE_COUNCIL) || services.stream().anyMatch(service -> service.code().equals(code) && !service.ended())).toList();
    }

    /** Brings the services of a council to these, code and name; one that is not among them has ended, and what it leaves open comes to the supervisors. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String council, Map<String, String> wanted) {
        ReadOnce.readAgain();
        var there = rows(List.of(council));
        wanted.forEach((code, name) -> {
            var before = there.stream().filter(service -> service.code().equals(code)).findFirst();
            if (before.isEmpty()) {
                var key = new GeneratedKeyHolder();
                database.sql("insert into council_service (council, code, name, ended) values (?, ?, ?, ?)").params(council, code, name, false).update(key, "id");
                record.added(TABLE, Objects.requireNonNull(key.getKey()).longValue());
            } else if (!before.get().service().equals(new Service(code, name, false))) {
                change(before.get(), name, false);
            }
        });
        var ended = there.stream().filter(service -> !service.ended() && !wanted.containsKey(service.code())).toList();
        ended.forEach(service -> change(service, service.name(), true));
        makeGroups();
        if (!ended.isEmpty()) {
            watch.forEach(one -> one.lookAt(council));
        }
    }

    private void change(Row row, String name, boolean ended) {
        database.sql("update council_service set name = ?, ended = ? where id = ?").params(name, ended, row.id()).update();
        record.changed(TABLE, row.id(), "name", "ended");
    }

    /** Removes the services of a council that nobody ever had a case of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String council) {
        ReadOnce.readAgain();
        for (var service : rows(List.of(council))) {
            database.sql("delete from council_service where id = ?").param(service.id()).update();
            record.removed(TABLE, service.id());
        }
    }

    /** Makes the groups of all services, where they are missing. */
    public void makeGroups() {
        unchecked(() -> {
            var codes = new LinkedHashSet<>(List.of(WHOLE_COUNCIL));
            codes.addAll(database.sql("select distinct code from council_service order by code").query(String.class).list());
            for (var code : codes) {
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
        return rows(List.of(council)).stream().map(Row::service).toList();
    }

    /** The services of these councils were read together with something else. */
    void came(Collection<String> councils, List<Row> rows) {
        if (!councils.isEmpty()) {
            ReadOnce.came(Services.class, List.copyOf(councils), rows);
        }
    }

    private List<Row> rows(Collection<String> councils) {
        return councils.isEmpty() ? List.of() : ReadOnce.get(Services.class, List.copyOf(councils), () ->
                database.sql("select id, code, name, ended from council_service where council in (:councils) order by name, code").param("councils", councils).query(Row.class).list());
    }

    /** Groups come with services, whoever adds these. */
    private void unchecked(Supplier<Void> work) {
        engine.unchecked(work);
    }
}
