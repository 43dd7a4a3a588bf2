package org.redress.move;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of many cases, counted: those that move, by what is another afterwards, and those that stay, by the reason. */
final class Summary {
    /** What one variable of the engine holds is 4,000; the name of the council stands before it. */
    private static final int LONGEST = 3800;
    private static final int NAMED = 5;

    /** References by what becomes of them; the numbers of restricted cases are not named. */
    private final Map<String, List<MovedCase>> kinds = new LinkedHashMap<>();
    private final Map<String, List<MovedCase>> reasons = new TreeMap<>();
    private final Map<String, Long> noWayBack = new TreeMap<>();
    private int moves;
    private int left;

    /** So many more wait, of which nobody knows yet what becomes of them. */
    void leaves(int cases) {
        left = cases;
    }

    /** Of how many nobody knows yet what becomes of them. */
    int left() {
        return left;
    }

    void add(MovedCase one) {
        if (one.moves()) {
            moves++;
            kinds.computeIfAbsent(kind(one), same -> new ArrayList<>()).add(one);
            if (one.noWayBack() != null) {
                noWayBack.merge(one.noWayBack(), 1L, Long::sum);
            }
        } else {
            reasons.computeIfAbsent(String.valueOf(one.whyNot()), same -> new ArrayList<>()).add(one);
        }
    }

    /** How many can move, or have. */
    int moves() {
        return moves;
    }

    int stays() {
        return reasons.values().stream().mapToInt(List::size).sum();
    }

    /** Whether some could not go back. */
    boolean noWayBack() {
        return !noWayBack.isEmpty();
    }

    /** For a form: the most frequent first, as much as there is room for. */
    String text() {
        var lines = new ArrayList<String>();
        if (left > 0) {
            lines.add((left == 1 ? "1 more case was" : left + " more cases were") + " not looked at, for want of time: each is looked at before it moves, and one that could not go back stays unless both of you confirm that. redress move --preview looks at all.");
        }
        kinds.entrySet().stream().sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .forEach(kind -> lines.add(count(kind.getValue()) + " " + (kind.getValue().size() == 1 ? "moves" : "move") + ":\n" + kind.getKey()));
        reasons.forEach((reason, cases) -> lines.add(count(cases) + " " + (cases.size() == 1 ? "stays" : "stay") + ": " + reason));
        noWayBack.forEach((why, times) -> lines.add("Cannot be taken back (" + times + (times == 1 ? " case): " : " cases): ") + why));
        var text = new StringBuilder();
        for (var line : lines) {
            if (text.length() + line.length() > LONGEST - 120) {
                text.append("There is more than stands here: redress move --preview has all of it.\n");
                break;
            }
            text.append(line).append('\n');
        }
        return text.toString().strip();
    }

    private static String count(List<MovedCase> cases) {
        var named = cases.stream().filter(one -> !one.restricted()).map(MovedCase::reference).sorted().distinct().toList();
        var some = named.stream().limit(NAMED).collect(Collectors.joining(", "));
        var more = cases.size() - Math.min(NAMED, named.size());
        return (cases.size() == 1 ? "1 case" : cases.size() + " cases") + (named.isEmpty() ? "" : " (" + some + (more > 0 ? " and " + more + " more" : "") + ")");
    }

    /** What is another afterwards, without days, which differ from case to case. */
    private static String kind(MovedCase one) {
        var lines = one.changes().stream().flatMap(change -> change.kinds().stream()).map(line -> "  " + line).collect(Collectors.toCollection(ArrayList::new));
        // whose answers are nobody else's: not even which were given
        one.notes().stream().filter(note -> !one.restricted()).map(note -> "  Note: " + note).forEach(lines::add);
        return lines.isEmpty() ? "  nothing that people see is another" : String.join("\n", lines);
    }
}
