package org.redress.step;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.gate.FromRecord;
import org.redress.identity.Sight.Content;
import org.redress.reading.Decision;
import org.redress.reading.DecisionReader;
import org.redress.reading.Period;
import org.redress.reading.ReadAction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** With what the form of an agreed action begins: what was read of it in the decision that the council was sent, for a person to confirm or put right (REM-05, REM-06, DQ-10). */
@Configuration
class ProposalsOfDecision {
    private final CaseFiles cases;
    private final AgreedActions actions;
    /** The last text and what was read in it: one form asks for all of its fields. */
    private volatile @Nullable Kept kept;

    private record Kept(String text, Decision decision) {}

    /** An action, and the letter that names it. */
    private record Named(LetterView letter, ReadAction action) {}

    private record Proposal(String name, FromRecordText of) implements FromRecord {
        @Override
        public Content content() {
            return Content.LETTERS;
        }

        @Override
        public Optional<String> text(Asking asking) {
            return of.text(asking);
        }
    }

    private interface FromRecordText {
        Optional<String> text(FromRecord.Asking asking);
    }

    ProposalsOfDecision(CaseFiles cases, AgreedActions actions) {
        this.cases = cases;
        this.actions = actions;
    }

    @Bean
    FromRecord readKind() {
        return proposal("read-kind", (letter, action) -> action.kind());
    }

    @Bean
    FromRecord readBeneficiary() {
        return proposal("read-beneficiary", (letter, action) -> action.beneficiary());
    }

    @Bean
    FromRecord readAmount() {
        return proposal("read-amount", (letter, action) -> {
            var amount = action.amount();
            var total = amount == null ? null : amount.total();
            return total == null ? null : total.toPlainString();
        });
    }

    @Bean
    FromRecord readWithin() {
        return proposal("read-within", (letter, action) -> {
            var period = action.period();
            if (period == null) {
                return "not stated";
            }
            var by = period.by();
            // the form asks for a period: the one that ends on that day
            return by != null && by.isAfter(letter.sentOn()) ? ChronoUnit.DAYS.between(letter.sentOn(), by) + " days" : period.within();
        });
    }

    @Bean
    FromRecord readCountsFrom() {
        return proposal("read-counts-from", (letter, action) -> {
            var period = action.period();
            return period == null ? Period.From.NOT_STATED.code() : period.by() != null ? Period.From.DECISION.code() : period.from().code();
        });
    }

    @Bean
    FromRecord readWording() {
        return proposal("read-wording", (letter, action) -> action.wording());
    }

    @Bean
    FromRecord readSentence() {
        return new Proposal("read-sentence", asking -> named(asking).map(one -> words(one.action())).or(() -> asking.number("actionNumber").flatMap(number -> doubtful(asking))));
    }

    private static String words(ReadAction action) {
        return Stream.concat(Stream.of(action.under() == null ? null : "“" + action.under().text() + "”", "“" + action.passage().text() + "”",
                action.council() == null ? null : "It is for " + action.council() + "."), action.notes().stream()).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private FromRecord proposal(String name, BiFunction<LetterView, ReadAction, @Nullable String> of) {
        return new Proposal(name, asking -> named(asking).map(one -> of.apply(one.letter(), one.action())));
    }

    private Optional<Named> named(FromRecord.Asking asking) {
        var number = asking.number("actionNumber");
        var letter = number.flatMap(any -> letter(asking.reference()));
        return letter.flatMap(one -> {
            var decision = read(one.text());
            var read = Stream.of(countsAll(asking.reference(), decision) ? decision.named() : decision.actions(), decision.recommended()).flatMap(List::stream).toList();
            int index = number.orElse(0) - 1;
            return index >= 0 && index < read.size() ? Optional.of(new Named(one, read.get(index))) : Optional.empty();
        });
    }

    /** Whether all that may be an action was counted; only whoever recorded the letter knows what is one of its own, and where it was less than all, nobody said which. */
    private boolean countsAll(String reference, Decision decision) {
        int counted = actions.ofDecision(reference).size();
        return counted == decision.named().size() || counted == decision.named().size() + decision.recommended().size();
    }

    /** Where no line is proposed: what may be meant. */
    private Optional<String> doubtful(FromRecord.Asking asking) {
        return letter(asking.reference()).map(letter -> read(letter.text())).filter(decision -> !decision.doubtful().isEmpty() && !countsAll(asking.reference(), decision))
                .map(decision -> "One of these may be meant:\n" + decision.doubtful().stream().map(action -> "“" + action.passage().text() + "”").distinct().collect(Collectors.joining("\n")));
    }

    /** The decision that a council was sent, the last one of its kind. */
    private Optional<LetterView> letter(String reference) {
        var letters = cases.letters(reference);
        return Stream.of("report", "decision").flatMap(kind -> letters.stream().filter(letter -> letter.kind().equals(kind)).reduce((earlier, later) -> later).stream()).findFirst();
    }

    private Decision read(String text) {
        var last = kept;
        if (last == null || !last.text().equals(text)) {
            last = new Kept(text, DecisionReader.read(text));
            kept = last;
        }
        return last.decision();
    }
}
