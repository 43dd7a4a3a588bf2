package org.redress.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.quality.Chronicle.Person;

/** One label for two people: the register of people has it with two roles that do not fit together (DQ-15, LGS-21). */
final class TwoRoles implements Check {
    /** These say what somebody is in the matter, not who they are: a mother may complain and speak for her son. */
    private static final Set<String> PARTS = Set.of("", "complainant", "joint complainant", "representative", "person affected", "resident", "other person");

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var roles = new LinkedHashMap<String, List<Person>>();
        chronicle.people().forEach(person -> roles.computeIfAbsent(person.label().strip().toLowerCase(Locale.ROOT), label -> new ArrayList<>()).add(person));
        return roles.values().stream().flatMap(people -> of(people).stream());
    }

    private static List<Finding> of(List<Person> people) {
        var roles = people.stream().map(person -> person.role().strip()).filter(role -> !PARTS.contains(role.toLowerCase(Locale.ROOT))).distinct().toList();
        boolean fit = roles.stream().allMatch(one -> roles.stream().allMatch(other -> UnknownPeople.isSame(one, other)));
        return fit ? List.of() : List.of(new Finding("DQ-15", null, people.get(0).label() + " stands for several people in the register of people: "
                + String.join(", ", roles) + "."));
    }
}
