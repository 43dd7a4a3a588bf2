package org.redress.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.casefile.Dates;
import org.redress.casefile.Lessons.Learnt;
import org.redress.documents.Document;
import org.redress.figures.YearlyAnswers.Said;

/**
 * The figures of a period and what staff wrote of causes, lessons and actions as a document: the draft of the annual complaints performance and service improvement report (CORP-42, CORP-43). It has no reference, no
 * service and no small number by itself, so that it names nobody and lets nobody be worked out (DAT-08).
 */
final class YearlyReport {
    /** A number below this one could be somebody. */
    static final int SMALLEST = 5;
    private static final String SMALL = "fewer than " + SMALLEST;

    private YearlyReport() {}

    /** A figure and its counts by kind. */
    record Counted(Figure figure, Map<String, Long> byKind) {}

    /**
     * The document.
     *
     * @param learnt what was learnt, without what names somebody of its case
     * @param leftOut how many lessons name somebody, and are not in it
     * @param said what the council says in it, by topic
     */
    static Document of(String council, LocalDate from, LocalDate last, LocalDate today, List<Counted> counted, List<Learnt> learnt, long leftOut, Map<String, Said> said) {
        var made = Document.titled("Annual complaints performance and service improvement report", council, today).reference(Dates.inFull(from) + " to " + Dates.inFull(last));
        made.paragraph(council + ", " + Dates.inFull(from) + " to " + Dates.inFull(last) + ". Numbers below " + SMALLEST + " are not shown by themselves, nor is a sum from which one of them could be worked out.");
        words(made, said, "analysis");
        made.heading(1, "Performance");
        counted.forEach(one -> figure(made, one));
        if (!learnt.isEmpty() || leftOut > 0) {
            made.heading(1, "Service improvement");
            made.table("Why things went wrong", List.of("Cause", "Issues upheld"), rows(learnt.stream().collect(Collectors.groupingBy(one -> Figure.words(one.cause()), TreeMap::new, Collectors.counting()))));
            texts(made, "What was learnt", learnt, one -> List.of(one.lesson()));
            texts(made, "What is done about it", learnt, one -> one.actions().stream().map(action -> action.wording() + " (" + action.state().text() + ")").toList());
            if (leftOut > 0) {
                made.paragraph(leftOut + (leftOut == 1 ? " lesson is" : " lessons are") + " not in it, because the words name somebody of the case. Word " + (leftOut == 1 ? "it" : "them") + " anew.");
            }
        }
        List.of("improvements", "ombudsman", "response").forEach(topic -> words(made, said, topic));
        return made.end();
    }

    private static void words(Document.Writing made, Map<String, Said> said, String id) {
        var words = said.get(id);
        Topic.find(id).filter(topic -> words != null).ifPresent(topic -> {
            made.heading(1, topic.section());
            SelfAssessment.paragraphs(made, words.words().words());
        });
    }

    private static void figure(Document.Writing made, Counted one) {
        made.heading(2, one.figure().title());
        made.paragraph(one.figure().means());
        if (one.byKind().isEmpty()) {
            made.paragraph("None.");
            return;
        }
        made.table("Number of " + one.figure().unit(), List.of("Kind", "Number"), named(one.byKind()));
    }

    /** The figure as a table with its title. */
    static void table(Document.Writing made, Figure figure, Map<String, Long> byKind) {
        if (byKind.isEmpty()) {
            made.paragraph(figure.title() + ": none.");
        } else {
            made.table(figure.title() + ": number of " + figure.unit(), List.of("Kind", "Number"), named(byKind));
        }
    }

    private static List<List<String>> named(Map<String, Long> byKind) {
        var named = new LinkedHashMap<String, Long>();
        byKind.forEach((kind, count) -> named.merge(Figure.words(kind), count, Long::sum));
        return rows(named);
    }

    /** Each kind with its number, and the sum where it tells no small one. */
    static List<List<String>> rows(Map<String, Long> counts) {
        var rows = new ArrayList<List<String>>();
        counts.forEach((kind, count) -> rows.add(List.of(kind, shown(count))));
        if (counts.size() > 1) {
            long small = counts.values().stream().filter(YearlyReport::isSmall).count();
            long all = counts.values().stream().mapToLong(Long::longValue).sum();
            rows.add(List.of("All", small == 1 ? "not shown" : shown(all)));
        }
        return rows;
    }

    private static boolean isSmall(long count) {
        return count > 0 && count < SMALLEST;
    }

    private static String shown(long count) {
        return isSmall(count) ? SMALL : String.valueOf(count);
    }

    private static void texts(Document.Writing made, String heading, List<Learnt> learnt, Function<Learnt, List<String>> what) {
        var all = learnt.stream().flatMap(one -> what.apply(one).stream()).map(String::strip).filter(text -> !text.isEmpty()).distinct().sorted().toList();
        if (!all.isEmpty()) {
            made.heading(2, heading);
            made.bullets(all);
        }
    }
}
