package org.redress.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.Fact;
import org.redress.casefile.LinkView;
import org.redress.casefile.PutRight;
import org.redress.casefile.StartFacts;
import org.redress.correction.Correctable.As;
import org.redress.correction.Correctable.Effects;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Moved;
import org.springframework.stereotype.Component;

/** The one way to put a fact right: the record, the process, the deadlines with their timers, all or nothing. */
@Component
class Corrections {
    private static final Set<LinkView.Kind> ONE_LETTER = Set.of(LinkView.Kind.ONE_ANSWER, LinkView.Kind.ANSWERS_TOO);
    /** What the start of statutory stage 1 depends on (CHD-31). */
    private static final Set<String> STARTS = Set.of("advocateAsked", "advocateAppointed", "laterStart");

    private final CaseFiles cases;
    private final PutRight file;
    private final Deadlines deadlines;
    private final CaseVariables variables;
    private final CaseLinks links;
    private final Correctable correctable;

    Corrections(CaseFiles cases, PutRight file, Deadlines deadlines, CaseVariables variables, CaseLinks links, Correctable correctable) {
        this.cases = cases;
        this.file = file;
        this.deadlines = deadlines;
        this.variables = variables;
        this.links = links;
        this.correctable = correctable;
    }

    /** The facts of a case that can be put right by themselves. */
    List<Fact> correctable(String reference) {
        var effects = correctable.asked();
        return cases.facts(reference).stream().filter(fact -> effects.apply(fact).as() != As.NO).toList();
    }

    /** Whether a day can lie before the day of receipt: because it is that day, or happened before anybody complained. */
    boolean mayLieBeforeReceipt(String reference, Fact fact) {
        var effects = correctable.effects(fact);
        return effects.beforeTheComplaint() || receipt(reference, effects, fact.day().orElseThrow());
    }

    /** A letter opens a file only if it was the first. */
    private boolean receipt(String reference, Effects effects, LocalDate day) {
        return effects.also().contains("receipt") && cases.get(reference).receivedAt().toLocalDate().equals(day);
    }

    /** A fact by its number, in the version that counts; refuses one that is no fact of the case. */
    Fact fact(String reference, long id) {
        return correctable(reference).stream().filter(fact -> fact.id() == id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no fact " + id + " any more."));
    }

    /** What would move if a day were another. */
    Change preview(String reference, Fact fact, LocalDate right) {
        return move(reference, fact, right, true);
    }

    /** What would move if an amount were another, in pounds. */
    Change preview(String reference, Fact fact, BigDecimal right) {
        return new Change(amount(reference, fact, right, true), true);
    }

    /** Puts a day right. */
    Change apply(String reference, Fact fact, LocalDate right, String who) {
        cases.putRight(reference, fact.id(), right.toString(), Dates.text(right), who);
        return move(reference, fact, right, false);
    }

    /** Puts an amount right. */
    Change apply(String reference, Fact fact, BigDecimal right, String who) {
        cases.putRight(reference, fact.id(), right.toPlainString(), right.toPlainString(), who);
        return new Change(amount(reference, fact, right, false), true);
    }

    private List<String> amount(String reference, Fact fact, BigDecimal right, boolean preview) {
        var sentences = new ArrayList<String>();
        if (fact.item().isPresent()) {
            sentences.addAll(file.amount(reference, fact.item().getAsInt(), fact.field(), right, preview));
        }
        otherSide(correctable.effects(fact), sentences);
        return sentences;
    }

    private Change move(String reference, Fact fact, LocalDate right, boolean preview) {
        var wrong = fact.day().orElseThrow();
        var effects = correctable.effects(fact);
        boolean receipt = receipt(reference, effects, wrong);
        var before = cases.get(reference).start();
        var sentences = new ArrayList<String>();
        sentences.add(fact.label() + ": " + Dates.text(right) + " instead of " + Dates.text(wrong) + ".");
        if (receipt) {
            sentences.addAll(file.receipt(reference, right, preview));
        }
        if (effects.also().contains("status")) {
            sentences.addAll(file.status(reference, wrong, right, preview));
        }
        for (var rows : effects.also()) {
            sentences.addAll(file.rows(reference, rows, fact, right, preview));
        }
        sentences.addAll(file.sending(reference, effects.sent(), fact, right, preview));
        sentences.addAll(file.arrival(reference, effects.received(), fact, right, preview));
        if (fact.item().isPresent()) {
            sentences.addAll(file.action(reference, fact.item().getAsInt(), fact.field(), right, preview));
        }
        var moved = new ArrayList<Moved>();
        for (var name : effects.names()) {
            moved.addAll(rename(reference, name, fact.item(), wrong, right, preview));
        }
        effects.also().stream().filter(STARTS::contains).forEach(which -> sentences.addAll(file.start(reference, which, right, preview)));
        var start = rename(reference, "startedOn", OptionalInt.empty(), before.startsOn(), start(before, effects, receipt, right).startsOn(), preview);
        moved.addAll(start);
        moved.forEach(deadline -> sentences.add(words(deadline)));
        otherSide(effects, sentences);
        otherCases(reference, effects, sentences);
        boolean eases = moved.stream().anyMatch(deadline -> deadline.missedBefore() && !deadline.missedAfter()
                || deadline.dueAfter().isAfter(deadline.dueBefore()));
        return new Change(sentences, eases || decided(reference));
    }

    /** A day moves in the processes of the case and in what counts from it or was met by it. */
    private List<Moved> rename(String reference, String name, OptionalInt item, LocalDate wrong, LocalDate right, boolean preview) {
        if (wrong.equals(right)) {
            return List.of();
        }
        if (!preview) {
            variables.move(reference, name, item, wrong, right);
        }
        return deadlines.correct(reference, item, name, wrong, right, preview);
    }

    private static StartFacts start(StartFacts facts, Effects effects, boolean receipt, LocalDate right) {
        var also = effects.also();
        return new StartFacts(receipt || also.contains("comesAgain") ? right : facts.received(), facts.sufficientInterest(),
                also.contains("advocateAsked") ? right : facts.advocateAsked(), also.contains("advocateAppointed") ? right : facts.advocateAppointed(),
                also.contains("laterStart") ? right : facts.laterStart());
    }

    /** What was decided on the file is not moved by one person. */
    private boolean decided(String reference) {
        var status = cases.get(reference).status();
        return status.over() || status == CaseStatus.WITH_OMBUDSMAN || cases.lastLetter(reference, "decision").isPresent()
                || cases.lastLetter(reference, "report").isPresent();
    }

    private static void otherSide(Effects effects, List<String> sentences) {
        if (effects.toTheOtherSide()) {
            sentences.add("The other side's file stays as it is until a letter tells them.");
        }
    }

    /** The files of the cases that one letter answered stay as they are: each has deadlines of its own. */
    private void otherCases(String reference, Effects effects, List<String> sentences) {
        if (effects.sent().contains("response")) {
            links.of(reference).stream().filter(link -> ONE_LETTER.contains(link.kind()) && link.undoneOn() != null).map(LinkView::other).distinct()
                    .forEach(other -> sentences.add("If " + other + " was answered in the same letter, put the day right there too."));
        }
    }

    private static String words(Moved deadline) {
        var due = deadline.dueBefore().equals(deadline.dueAfter()) ? "due " + Dates.text(deadline.dueAfter()) + " as before"
                : "due moves from " + Dates.text(deadline.dueBefore()) + " to " + Dates.text(deadline.dueAfter());
        var outcome = deadline.outcomeBefore().equals(deadline.outcomeAfter()) ? "" : "; " + deadline.outcomeAfter() + ", before it was " + deadline.outcomeBefore();
        return deadline.title() + ": " + due + outcome + ".";
    }
}
