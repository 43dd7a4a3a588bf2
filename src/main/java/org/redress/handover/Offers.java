package org.redress.handover;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.redress.handover.StuckWork.Stuck;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Work;
import org.redress.identity.Candidates;
import org.redress.identity.Role;
import org.redress.identity.Services;

/** What a supervisor can choose for a list of stuck work: all of it or that of one role, and a person who has one of the roles. */
final class Offers {
    static final String ALL = "all";

    private Offers() {}

    static SpinJsonNode kinds(List<Stuck> stuck) {
        var options = new ArrayList<Map<String, String>>();
        options.add(Map.of("label", "All of it", "value", ALL));
        var counts = new LinkedHashMap<String, Integer>();
        stuck.forEach(one -> counts.merge(kind(one), 1, Integer::sum));
        counts.forEach((kind, count) -> options.add(Map.of("label", title(kind) + " (" + count + ")", "value", kind)));
        return Spin.JSON(options);
    }

    static SpinJsonNode takers(List<Stuck> stuck, Authority authority) {
        // the same groups, and the same people, are looked up once, however many tasks wait for them
        var who = authority.remembering();
        var waiting = stuck.stream().map(one -> one.task().work()).map(work -> new Waiting(work.council(), List.copyOf(work.groups()))).distinct();
        var groups = waiting.map(one -> new Waiting(one.council(), groups(one, who))).distinct();
        return Candidates.options(who.people(groups.flatMap(one -> who.members(one.groups(), one.council()).stream()).distinct().toList()));
    }

    /** For whom work waits. */
    private record Waiting(String council, List<String> groups) {}

    /** What was given to a service that has ended goes to whatever service the taker belongs to. */
    private static List<String> groups(Waiting waiting, Authority authority) {
        return authority.ended(new Work(waiting.council(), waiting.groups(), null, 0, null)).isEmpty() ? waiting.groups() : waiting.groups().stream().map(Services::role).toList();
    }

    /** The role whose work it is. */
    static String kind(Stuck stuck) {
        return stuck.task().work().groups().stream().map(Services::role).findFirst().orElse("other");
    }

    private static String title(String kind) {
        return Stream.of(Role.values()).filter(role -> role.group().equals(kind)).map(Role::title).findFirst().orElse(kind);
    }
}
