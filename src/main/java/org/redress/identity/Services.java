package org.redress.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The services of councils (children's, adults, housing, highways …): rows, brought at every start to what the file of services says.
 * Who may work on a case of a service is role and service; for each pair there is a group in which tasks wait and rights are given,
 * such as {@code responders@housing}. Nobody is put into these: a person's roles and services say which are theirs.
 */
@Component
@Order(12)
public class Services implements ApplicationRunner {
    /** What the id of a service's group begins with; an administrator puts people into it. */
    private static final String GROUP = "service-";
    /** No id of a group that somebody makes may hold this sign. */
    private static final String AT = "@";
    private static final String SHIPPED = "/org/redress/identity/services.csv";
    private static final String HEAD = "council,code,name";
    private static final Pattern LINE = Pattern.compile("([a-z0-9-]{1,64}),([a-z0-9-]{1,40}),(?:\"([^\"]{1,100})\"|([^\",]{1,100}))");

    private final JdbcClient database;
    private final IdentityService identity;
    private final String file;
    private volatile List<Service> known = List.of();

    Services(JdbcClient database, @Lazy IdentityService identity, @Value("${redress.services:}") String file) {
        this.database = database;
        this.identity = identity;
        this.file = file;
    }

    /** A service of a council; one that has ended keeps its name for the cases that it had. */
    record Service(String council, String code, String name, boolean ended) {}

    @Override
    public void run(ApplicationArguments arguments) {
        var wanted = read(file.isBlank() ? shipped() : written(Path.of(file)));
        keep(wanted);
        known = database.sql("select council, code, name, ended from service order by council, name").query(Service.class).list();
        makeGroups();
    }

    /** The services of a council that cases can be given to, as options of a form's select field. */
    public SpinJsonNode of(String council) {
        return Spin.JSON(known.stream().filter(service -> service.council().equals(council) && !service.ended())
                .map(service -> java.util.Map.of("label", service.name(), "value", service.code())).toList());
    }

    /** The name of a service as people read it; its code where it was never known. */
    public String name(String council, String code) {
        return known.stream().filter(service -> service.council().equals(council) && service.code().equals(code)).map(Service::name)
                .findFirst().orElse(code);
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
        var own = groups.stream().filter(Services::isGroup).map(group -> group.substring(GROUP.length())).toList();
        var open = own.isEmpty() ? known.stream().filter(service -> councils.contains(service.council())).map(Service::code).distinct().toList() : own;
        var all = new LinkedHashSet<>(groups);
        for (var role : Role.values()) {
            if (role.ofServices() && groups.contains(role.group())) {
                open.forEach(code -> all.add(group(role.group(), code)));
            }
        }
        return List.copyOf(all);
    }

    private void keep(List<Service> wanted) {
        var there = database.sql("select council, code, name, ended from service").query(Service.class).list();
        for (var service : wanted) {
            var before = there.stream().filter(one -> one.council().equals(service.council()) && one.code().equals(service.code())).findFirst();
            if (before.isEmpty()) {
                database.sql("insert into service (council, code, name, ended) values (?, ?, ?, ?)")
                        .params(service.council(), service.code(), service.name(), false).update();
            } else if (!before.get().equals(service)) {
                database.sql("update service set name = ?, ended = ? where council = ? and code = ?")
                        .params(service.name(), false, service.council(), service.code()).update();
            }
        }
        var keys = new HashSet<String>();
        wanted.forEach(service -> keys.add(service.council() + " " + service.code()));
        there.stream().filter(one -> !one.ended() && !keys.contains(one.council() + " " + one.code())).forEach(one ->
                database.sql("update service set ended = ? where council = ? and code = ?").params(true, one.council(), one.code()).update());
    }

    private void makeGroups() {
        var codes = new LinkedHashSet<String>();
        known.forEach(service -> codes.add(service.code()));
        for (var code : codes) {
            if (identity.createGroupQuery().groupId(GROUP + code).count() == 0) {
                var group = identity.newGroup(GROUP + code);
                group.setName("Service: " + code.replace('-', ' '));
                group.setType("SERVICE");
                identity.saveGroup(group);
            }
        }
    }

    static List<Service> read(List<String> lines) {
        var services = new ArrayList<Service>();
        Set<String> keys = new HashSet<>();
        boolean head = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!head) {
                head = true;
                if (!line.equals(HEAD)) {
                    throw refused(i, "the first line says " + HEAD);
                }
                continue;
            }
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw refused(i, "write council,code,name, for example kent,highways,Highways and transport; ids are in lower case with hyphens");
            }
            if (!keys.add(parts.group(1) + " " + parts.group(2))) {
                throw refused(i, parts.group(1) + " has a service " + parts.group(2) + " already");
            }
            services.add(new Service(parts.group(1), parts.group(2), Stream.of(parts.group(3), parts.group(4)).filter(Objects::nonNull).findFirst().orElseThrow(), false));
        }
        return services;
    }

    private static StartRefused refused(int line, String why) {
        return new StartRefused("The file of services, line " + (line + 1) + ": " + why + ".");
    }

    private static List<String> shipped() {
        try (var stream = Objects.requireNonNull(Services.class.getResourceAsStream(SHIPPED))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> written(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            throw new StartRefused("The file of services (redress.services) cannot be read: " + path + ".");
        }
    }
}
