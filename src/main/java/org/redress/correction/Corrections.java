package org.redress.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.Fact;
import org.redress.casefile.LinkView;
import org.redress.casefile.PutRight;
import org.redress.casefile.StartFacts;
import org.redress.deadline.Deadlines;
import org.redress.deadline.Moved;
import org.springframework.stereotype.Component;

/** The one way to put a fact right: the record, the process, the deadlines with their timers, all or nothing. */
@Component
class Corrections {
    private static final Set<LinkView.Kind> ONE_LETTER = Set.of(LinkView.Kind.ONE_ANSWER, LinkView.Kind.ANSWERS_TOO);

    private final CaseFiles cases;
    private final PutRight file;
    private final Deadlines deadlines;
    private final CaseVariables variables;
    private final CaseLinks links;

    Corrections(CaseFiles cases, PutRight file, Deadlines deadlines, CaseVariables variables, CaseLinks links) {
        this.cases = cases;
        this.file = file;
        this.deadlines = deadlines;
        this.variables = variables;
        this.links = links;
    }

    /** The facts of a case that can be put right by themselves. */
    List<Fact> correctable(String reference) {
        return cases.facts(reference).stream().filter(Correctable::is).toList();
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
        otherSide(fact, sentences);
        return sentences;
    }

    private Change move(String reference, Fact fact, LocalDate right, boolean preview) {
        var wrong = fact.day().orElseThrow();
        var effects = Correctable.effects(fact);
        var before = cases.get(reference).start();
        var sentences = new ArrayList<String>();
        sentences.add(fact.label() + ": " + Dates.text(right) + " instead of " + Dates.text(wrong) + ".");
        if (effects.receipt()) {
            sentences.addAll(file.receipt(reference, right, preview));
        } else if (effects.status()) {
            sentences.addAll(file.status(reference, wrong, right, preview));
        }
        sentences.addAll(file.sending(reference, effects.sent(), wrong, right, preview));
        sentences.addAll(file.arrival(reference, effects.received(), wrong, right, preview));
        if (fact.item().isPresent()) {
            sentences.addAll(file.action(reference, fact.item().getAsInt(), fact.field(), right, preview));
        }
        var moved = new ArrayList<Moved>();
        for (var name : effects.names()) {
            moved.addAll(rename(reference, name, wrong, right, preview));
        }
        if (effects.start() != null) {
            sentences.addAll(file.start(reference, effects.start(), right, preview));
        }
        var start = rename(reference, "startedOn", before.startsOn(), start(before, effects, right).startsOn(), preview);
        moved.addAll(start);
        moved.forEach(deadline -> sentences.add(words(deadline)));
        otherSide(fact, sentences);
        otherCases(reference, fact, sentences);
        boolean eases = moved.stream().anyMatch(deadline -> deadline.missedBefore() && !deadline.missedAfter()
                || deadline.dueAfter().isAfter(deadline.dueBefore()));
        return new Change(sentences, eases || decided(reference));
    }

    /** A day moves in the processes of the case and in what counts from it or was met by it. */
    private List<Moved> rename(String reference, String name, LocalDate wrong, LocalDate right, boolean preview) {
        if (wrong.equals(right)) {
            return List.of();
        }
        if (!preview) {
            variables.move(reference, name, wrong, right);
        }
        return deadlines.correct(reference, name, wrong, right, preview);
    }

    private static StartFacts start(StartFacts facts, Correctable effects, LocalDate right) {
        var which = String.valueOf(effects.start());
        return new StartFacts(effects.receipt() || which.equals("comesAgainOn") ? right : facts.received(), facts.sufficientInterest(),
                which.equals("advocateAsked") ? right : facts.advocateAsked(), which.equals("advocateAppointed") ? right : facts.advocateAppointed(),
                which.equals("laterStart") ? right : facts.laterStart());
    }

    /** What was decided on the file is not moved by one person. */
    private boolean decided(String reference) {
        var status = cases.get(reference).status();
        return status.over() || status == CaseStatus.WITH_OMBUDSMAN || cases.lastLetter(reference, "decision").isPresent()
                || cases.lastLetter(reference, "report").isPresent();
    }

    private static void otherSide(Fact fact, List<String> sentences) {
        if (Correctable.toTheOtherSide(fact)) {
            sentences.add("The other side's file stays as it is until a letter tells them.");
        }
    }

    /** The files of the cases that one letter answered stay as they are: each has deadlines of its own. */
    private void otherCases(String reference, Fact fact, List<String> sentences) {
        if (Correctable.effects(fact).sent().contains("response")) {
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
