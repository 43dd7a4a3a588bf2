package org.redress.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is counted, with what is meant by it and who asks for it.
 *
 * @param id in addresses and files, for example {@code answered}
 * @param of whose figure it is
 * @param means what is counted, in a sentence, and by which day
 * @param source the rule and its clause
 * @param unit what a line is: cases, issues, actions
 * @param rates shares that are read from the counts
 * @param sql the lines of some cases: the {@code id} and {@code place} of the case, {@code happened_on} and {@code kind}. {@code {files}} are the cases, {@code {own}} those that are
 *     complaints of the council's own procedure, and {@code {those x}} says that x is one of them
 */
record Figure(String id, Of of, String title, String means, String source, String unit, List<Rate> rates, String sql) {

    /** Whose figure it is: the council's own procedure, what an Ombudsman did with complaints about it, or the Ombudsman's own work. */
    enum Of { COUNCIL, BOTH, OMBUDSMAN }

    /**
     * A share of what was counted.
     *
     * @param of the kinds that count, {@code among} those of which it is a share
     */
    record Rate(String title, Set<String> of, Set<String> among) {

        /** In whole per cent, if there is anything. */
        Optional<Long> percent(Map<String, Long> counts) {
            long all = sum(counts, among);
            return all == 0 ? Optional.empty() : Optional.of(Math.round(100.0 * sum(counts, of) / all));
        }

        long sum(Map<String, Long> counts, Set<String> kinds) {
            return kinds.stream().mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
        }
    }

    /** What a kind is called where it is no procedure, service or status; stages come before it. */
    private static final Map<String, String> WORDS = words();

    /** The words of a kind, for example "Stage 1: in time". */
    static String words(String kind) {
        if (kind.matches("\\d+")) {
            return "Stage " + kind;
        }
        if (kind.matches("\\d+:.+")) {
            var parts = kind.split(":", 2);
            return (parts[0].equals("0") ? "Without stages" : "Stage " + parts[0]) + ": " + words(parts[1]).toLowerCase(java.util.Locale.ROOT);
        }
        var known = WORDS.get(kind);
        if (known != null) {
            return known;
        }
        var text = kind.replace('-', ' ').replace('_', ' ').strip().toLowerCase(java.util.Locale.ROOT);
        return text.isEmpty() ? "Not said" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("code", "Complaint Handling Code");
        words.put("in-time", "In time");
        words.put("late", "Late");
        words.put("no-finding", "Unable to determine");
        words.put("whole", "The whole complaint");
        words.put("part", "Some of its issues");
        words.put("procedure", "A rule or procedure was not followed");
        words.put("communication", "Nobody answered, or wrongly");
        words.put("decision", "A decision was made wrongly");
        words.put("not-provided", "Something was not provided");
        words.put("records", "Records were wrong or missing");
        words.put("conduct", "How somebody behaved");
        words.put("policy", "The rule itself");
        words.put("contractor", "A contractor or partner");
        words.put("other", "Something else");
        words.put("COMPLETE", "Kept in time");
        words.put("COMPLETE_LATE", "Kept, but late");
        words.put("NOT_COMPLETE", "Not kept");
        words.put("satisfied", "Complete and satisfied");
        words.put("satisfied-late", "Complete, but late");
        words.put("not-satisfied", "Not complete and not satisfied");
        words.put("UPHELD_REMEDIED", "Upheld, put right before");
        words.put("CLOSED", "Closed after initial enquiries");
        words.put("ADVICE", "Advice given");
        words.put("INVALID", "Incomplete or invalid");
        words.put("REFERRED_BACK", "Referred back for local resolution");
        words.put("not-recorded", "Outcome not recorded");
        words.put("ended-closed", "Closed after the final response");
        return words;
    }

    /** All of them, in the order in which they are shown. */
    static List<Figure> all() {
        return Stream.concat(CouncilFigures.all().stream(), OmbudsmanFigures.all().stream()).toList();
    }

    static @Nullable Figure find(String id) {
        return all().stream().filter(figure -> figure.id().equals(id)).findFirst().orElse(null);
    }

    /** Of several lines of one case with the same words only the first in a period counts. */
    boolean once() {
        return id.equals("not-accepted");
    }

    boolean isFor(boolean ombudsman) {
        return of == Of.BOTH || (of == Of.OMBUDSMAN) == ombudsman;
    }
}
