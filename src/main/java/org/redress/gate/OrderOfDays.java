package org.redress.gate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Dates;
import org.redress.casefile.Fact;
import org.redress.casefile.Happening;
import org.redress.casefile.PutRight;
import org.redress.decision.TableRefused;
import org.redress.decision.Tables;
import org.springframework.stereotype.Component;

/**
 * The order of days in a case (WD-14, WD-15), after the table "order-of-days": no day lies before the step that must come before it,
 * and a day far from both that step and its own recording is asked back. A step that is known by its recording only may have
 * happened earlier: then the day stands, and what does not fit is a finding.
 */
@Component
public class OrderOfDays {
    static final String TABLE = "order-of-days";
    private static final String SLIP = "day";
    private static final String LONG_PAST = "past-day";
    private static final String OTHER = "other";
    private static final Pattern STEP = Pattern.compile("(?<words>[^;()]+)\\((?<form>[a-z0-9-]+)(?:\\.(?<field>\\w+)(?: (?<answer>[a-z0-9-]+))?)?\\)");
    private static final Pattern NUMBERED = Pattern.compile(".* (\\d{1,9})");
    private static final List<String> RECEIPTS = List.of("complaint-received", "ombudsman-complaint");

    private final CaseFiles cases;
    private final Tables tables;
    private final TakingOver takingOver;

    OrderOfDays(CaseFiles cases, Tables tables, TakingOver takingOver) {
        this.cases = cases;
        this.tables = tables;
        this.takingOver = takingOver;
    }

    /** Days of a case that do not fit together. */
    public record OutOfOrder(LocalDate on, String sentence) {}

    /**
     * What makes a day a likely slip, {@code what}, as a sentence.
     *
     * @param topic the kind of question: a day that is only far back from today is told from one that does not fit what came before it
     */
    public record Doubt(String topic, String what) {
        /** The sentence with which it is asked back. */
        public String question() {
            return what + " Is it right?";
        }
    }

    /** Refuses days that lie before what must have happened before, and asks those back that are likely a slip. */
    void look(Submission submission) {
        var days = submission.days();
        if (days.isEmpty()) {
            return;
        }
        var told = submission.caseReference().map(this::told).orElseGet(() -> new Told(List.of(), List.of()));
        var table = new Table();
        days.forEach((field, day) -> {
            var row = table.row(submission.form(), field.key());
            var before = row.before().stream()
                    .flatMap(step -> told.earlier(step, submission.form(), submission.dates(), submission.item()).stream()).toList();
            refusal(day, before, row, field.happened()).ifPresent(why -> {
                throw submission.refuse(field.key(), why);
            });
            question(day, before, row, field.happened(), told.received(), submission.today())
                    .ifPresent(doubt -> ask(submission, field.label() + ": ", doubt));
        });
    }

    private void ask(Submission submission, String label, Doubt doubt) {
        if (takingOver.now() && doubt.topic().equals(LONG_PAST)) {
            submission.isLongPast(label + doubt.what());
        } else {
            submission.askBack(doubt.topic(), label + doubt.question());
        }
    }

    /** Why a fact of a case cannot have the day to which it would be put right, for what came before it and for what rests on it; none if it can. */
    public Optional<String> refusal(String reference, Fact fact, LocalDate right) {
        var all = told(reference);
        var table = new Table();
        var row = table.row(fact.form(), fact.field());
        return refusal(right, before(all, row, fact), row, fact.happened()).or(() -> all.facts().stream()
                .filter(later -> later.day().filter(right::isAfter).isPresent() && restsOn(all, table, later, fact))
                .findFirst()
                .map(later -> later.step() + " on " + Dates.text(later.day().orElseThrow()) + " comes after it; it cannot have happened on " + Dates.text(right)
                        + "." + PutRight.FIRST));
    }

    /** What to ask about the day to which a fact would be put right, where it is likely a slip too; none if it is not. */
    public Optional<Doubt> question(String reference, Fact fact, LocalDate right, LocalDate today) {
        var all = told(reference);
        var row = new Table().row(fact.form(), fact.field());
        var received = RECEIPTS.contains(fact.form()) ? Optional.<LocalDate>empty() : all.received();
        return question(right, before(all, row, fact), row, fact.happened(), received, today);
    }

    private static List<Earlier> before(Told all, Row row, Fact fact) {
        var told = all.before(fact);
        return row.before().stream().flatMap(step -> told.earlier(step, fact.form(), Map.of(), item(fact)).stream()).toList();
    }

    /** Whether what was told later could be recorded only after this fact. */
    private static boolean restsOn(Told all, Table table, Fact later, Fact fact) {
        if (later.id() == fact.id()) {
            return false;
        }
        var told = all.before(later);
        return table.row(later.form(), later.field()).before().stream()
                .filter(step -> step.form().equals(fact.form()) && fact.field().equals(step.field()))
                .flatMap(step -> told.earlier(step, later.form(), Map.of(), item(later)).stream())
                .anyMatch(earlier -> fact.day().filter(earlier.day()::equals).isPresent());
    }

    /** Why an answer to another case's form cannot have this day in a case that it is about too; none if it can. */
    public Optional<String> refusal(String reference, String form, String field, LocalDate day) {
        var told = told(reference);
        var row = new Table().row(form, field);
        return refusal(day, row.before().stream().flatMap(step -> told.earlier(step, form, Map.of(), OptionalInt.empty()).stream()).toList(), row, true);
    }

    /** What does not fit in a case, of the forms that are wanted: days before a step that was recorded, or put right, later. */
    public List<OutOfOrder> of(String reference, Predicate<String> forms) {
        var all = told(reference);
        var table = new Table();
        var found = new ArrayList<OutOfOrder>();
        for (var fact : all.facts()) {
            var day = fact.day();
            if (day.isPresent() && forms.test(fact.form())) {
                var told = all.before(fact);
                table.row(fact.form(), fact.field()).before().stream().filter(step -> forms.test(step.form()))
                        .flatMap(step -> told.earlier(step, fact.form(), Map.of(), item(fact)).stream())
                        .filter(earlier -> day.get().isBefore(earlier.day()))
                        .map(earlier -> new OutOfOrder(day.get(), fact.step() + " on " + Dates.text(day.get()) + ": " + earlier.words()))
                        .forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private Told told(String reference) {
        return new Told(cases.facts(reference), cases.chronology(reference));
    }

    private static Optional<String> refusal(LocalDate day, List<Earlier> before, Row row, boolean happened) {
        return before.stream()
                .filter(earlier -> day.isBefore(earlier.day()) && earlier.known() && !mayBeRecordedLater(day, earlier, row))
                .findFirst()
                .map(earlier -> earlier.step().words() + " on " + Dates.text(earlier.day()) + (happened ? "; this cannot have happened on " : "; it cannot be ")
                        + Dates.text(day) + "." + PutRight.FIRST);
    }

    /** Whoever records several steps at once, some days after, need not know the day of each. */
    private static boolean mayBeRecordedLater(LocalDate day, Earlier earlier, Row row) {
        return earlier.day().equals(earlier.recordedOn()) && !day.plusDays(row.recordedLater()).isBefore(earlier.day());
    }

    private static Optional<Doubt> question(LocalDate day, List<Earlier> before, Row row, boolean happened, Optional<LocalDate> received, LocalDate today) {
        if (row.askedBackBeyond() == null) {
            return Optional.empty();
        }
        long fromToday = Math.abs(ChronoUnit.DAYS.between(day, today));
        if (!happened) {
            return fromToday > row.askedBackBeyond() ? Optional.of(new Doubt(day.isBefore(today) ? LONG_PAST : SLIP, Dates.text(day) + " is " + fromToday + " days from today.")) : Optional.empty();
        }
        if (fromToday <= row.recordedWithin()) {
            return Optional.empty();
        }
        var step = before.stream().filter(earlier -> !earlier.day().isAfter(day)).reduce((one, other) -> other.day().isBefore(one.day()) ? one : other);
        var from = step.map(Earlier::day).or(() -> received.filter(receipt -> !day.isBefore(receipt)));
        // without a step before, all that is known is how far back it is
        var topic = from.isPresent() ? SLIP : LONG_PAST;
        long between = Math.abs(ChronoUnit.DAYS.between(from.orElse(today), day));
        if (between > row.askedBackBeyond()) {
            return Optional.of(new Doubt(topic, Dates.text(day) + " is " + between + " days " + from.map(earlier -> "after " + step.map(known -> known.step().words()).orElse("the complaint was received")
                    + " on " + Dates.text(earlier)).orElse("before today") + "."));
        }
        boolean otherYear = day.getYear() != today.getYear() && day.getYear() != from.orElse(today).getYear();
        return otherYear ? Optional.of(new Doubt(topic, Dates.text(day) + " lies in another year.")) : Optional.empty();
    }

    private static OptionalInt item(Fact fact) {
        var numbered = NUMBERED.matcher(fact.step());
        return fact.item().isPresent() || !numbered.matches() ? fact.item() : OptionalInt.of(Integer.parseInt(numbered.group(1)));
    }

    /** What a case knows: its facts in the version that counts, and when each form was recorded. */
    private record Told(List<Fact> facts, List<Happening> recorded) {
        /** What was known when a fact was first recorded. */
        Told before(Fact fact) {
            return new Told(facts.subList(0, Math.max(0, facts.stream().map(Fact::id).toList().indexOf(fact.id()))),
                    recorded.stream().filter(happening -> !happening.recordedAt().isAfter(fact.recordedAt())).toList());
        }

        /** When a step happened: after the answers that are given now, else after the newest of those that were recorded. */
        Optional<Earlier> earlier(Step step, String form, Map<String, LocalDate> now, OptionalInt item) {
            if (step.form().equals(form) && now.containsKey(String.valueOf(step.field()))) {
                return Optional.of(new Earlier(step, now.get(String.valueOf(step.field())), null));
            }
            if (step.field() == null) {
                return recorded.stream().filter(happening -> happening.answers().stream().anyMatch(given -> given.form().equals(step.form())))
                        .map(Happening::recordedAt).max(Comparator.naturalOrder()).map(at -> new Earlier(step, at.toLocalDate(), at.toLocalDate()));
            }
            var newest = facts.stream().filter(fact -> fact.form().equals(step.form()))
                    .filter(fact -> step.answer() == null || fact.beside().containsValue(step.answer()))
                    .filter(fact -> item.isEmpty() || item(fact).isEmpty() || item(fact).equals(item))
                    .reduce((one, other) -> other);
            return newest.map(last -> facts.stream()
                    .filter(fact -> fact.recordedAt().equals(last.recordedAt()) && fact.beside().equals(last.beside())
                            && fact.form().equals(step.form()) && fact.field().equals(step.field()))
                    .reduce((one, other) -> other).flatMap(Fact::day)
                    .map(day -> new Earlier(step, day, last.recordedAt().toLocalDate()))
                    .orElseGet(() -> new Earlier(step, last.recordedAt().toLocalDate(), last.recordedAt().toLocalDate())));
        }

        Optional<LocalDate> received() {
            return facts.stream().filter(fact -> RECEIPTS.contains(fact.form()) && fact.field().equals("receivedOn")).findFirst().flatMap(Fact::day);
        }
    }

    /** A step that must come before: in words, the form in which it was recorded, the field with its day, and an answer that it must have given. */
    record Step(String words, String form, @Nullable String field, @Nullable String answer) {
        /** The steps that a cell lists. */
        static List<Step> of(@Nullable String cell) {
            return Stream.of(Objects.requireNonNullElse(cell, "").split(";")).map(String::strip).filter(step -> !step.isEmpty()).map(text -> {
                var step = STEP.matcher(text);
                if (!step.matches()) {
                    throw new IllegalArgumentException("\"" + text + "\" in the table " + TABLE + " names no step; write for example: the response was approved (approve-response.approvedOn)");
                }
                return new Step(step.group("words").strip(), step.group("form"), step.group("field"), step.group("answer"));
            }).toList();
        }
    }

    /** A row of the table; {@code askedBackBeyond} is null where a day is never asked back. */
    record Row(List<Step> before, long recordedLater, @Nullable Long askedBackBeyond, long recordedWithin) {
        static Row of(Map<String, Object> cells) {
            return new Row(Step.of((String) cells.get("notBefore")), number(cells, "recordedLater", 0), cells.get("askedBackBeyond") == null ? null : number(cells, "askedBackBeyond", 0),
                    number(cells, "recordedWithin", 0));
        }

        private static long number(Map<String, Object> cells, String name, long otherwise) {
            return cells.get(name) instanceof Number number ? number.longValue() : otherwise;
        }
    }

    /** A step as the case knows it: on its own day, or recorded on one; {@code recordedOn} is null for what is recorded now. */
    private record Earlier(Step step, LocalDate day, @Nullable LocalDate recordedOn) {
        /** Whether more is known than when it was recorded. */
        boolean known() {
            return step.field() != null;
        }

        String words() {
            return step.words() + " on " + Dates.text(day) + (day.equals(recordedOn) ? ", or earlier and recorded then." : ".");
        }
    }

    /** The newest table, which counts for old cases too: slips are slips. */
    private final class Table {
        private final Function<Map<String, @Nullable Object>, List<Map<String, Object>>> newest = tables.newest(TABLE);

        Row row(String form, String field) {
            var rows = newest.apply(Map.of("form", form, "field", field));
            if (rows.size() > 1) {
                throw TableRefused.cell("Order of days", "Day", "the day " + field + " of the form " + form + " has " + rows.size() + " rows; one says what holds.");
            }
            return Row.of((rows.isEmpty() ? newest.apply(Map.of("form", OTHER, "field", OTHER)) : rows).get(0));
        }
    }
}
