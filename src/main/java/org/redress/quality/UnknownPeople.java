package org.redress.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;
import org.redress.quality.Chronicle.Person;

/** Somebody whom the register of people does not have, or has as somebody else (DQ-5). */
final class UnknownPeople implements Check {
    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var named = new LinkedHashMap<String, Event>();
        chronicle.all().forEach(event -> event.names().forEach(name -> named.putIfAbsent(name.strip(), event)));
        return Stream.concat(chronicle.people().stream().flatMap(person -> UnknownPeople.title(person).stream()),
                named.entrySet().stream().flatMap(name -> name(name, chronicle.people()).stream()));
    }

    private static Optional<Finding> title(Person person) {
        var title = person.label().strip().replaceFirst("\\.? .*", "");
        var kin = Kin.of(person.role());
        return !kin.isEmpty() && kin.stream().noneMatch(k -> k.fits(title))
                ? Optional.of(new Finding("DQ-5", null, person.label() + " is in the register of people as " + person.role() + ", and title and role do not fit."))
                : Optional.empty();
    }

    private static Optional<Finding> name(Map.Entry<String, Event> named, List<Person> people) {
        var parts = named.getKey().split("\\s+[–-]\\s+", 2);
        var role = parts.length > 1 ? parts[1] : null;
        var known = people.stream().filter(person -> person.isCalled(parts[0])).toList();
        if (known.isEmpty()) {
            var likely = likely(parts[0], people);
            return Optional.of(finding(named.getValue(), parts[0] + " is not in the register of people" + (likely.isEmpty() ? "" : ", which has " + likely)));
        }
        return role == null || known.stream().anyMatch(person -> isSame(role, person.role())) ? Optional.empty()
                : Optional.of(finding(named.getValue(), parts[0] + " stands for " + role + "; in the register of people this is " + introduced(known.get(0))
                        + bearer(role, people)));
    }

    /** Who has the letter with another title. */
    private static String likely(String name, List<Person> people) {
        return Label.of(name).map(label -> people.stream()
                .filter(person -> Label.of(person.label()).filter(other -> other.letter().equals(label.letter())).isPresent())
                .map(UnknownPeople::introduced).distinct().collect(Collectors.joining(" and "))).orElse("");
    }

    private static String introduced(Person person) {
        return person.label() + (person.role().isBlank() ? "" : " (" + person.role() + ")");
    }

    /** Who in the register has just this role. */
    private static String bearer(String role, List<Person> people) {
        return people.stream().filter(person -> person.role().strip().equalsIgnoreCase(role.strip())).findFirst()
                .map(person -> ", and " + person.role() + " is " + person.label()).orElse("");
    }

    static boolean isSame(String role, @Nullable String registered) {
        var one = Kin.of(role);
        var other = Kin.of(String.valueOf(registered));
        if (one.isEmpty() && other.isEmpty()) {
            var words = role.toLowerCase(Locale.ROOT);
            return registered == null || registered.isBlank() || words.contains(registered.toLowerCase(Locale.ROOT)) || registered.toLowerCase(Locale.ROOT).contains(words);
        }
        return one.isEmpty() || other.isEmpty() || one.stream().anyMatch(kin -> other.stream().anyMatch(kin::fits));
    }

    private static Finding finding(Event where, String sentence) {
        return new Finding("DQ-5", where.on(), sentence + ": " + where.what() + ", " + Dates.text(where.on()) + ".");
    }
}
