package org.redress.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Addressees;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseRestrictions;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.DutyDone;
import org.redress.casefile.Happening;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.PutRight;
import org.redress.deadline.Deadlines;
import org.redress.gate.OrderOfDays;
import org.redress.gate.Submission;
import org.redress.gate.WrittenLetter.Going;
import org.redress.identity.Authority;
import org.redress.identity.Sight;
import org.redress.parties.Correspondence;
import org.redress.promise.Promises;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * One letter answers several cases that are linked for it: it is drafted, approved and sent in the leading one, and every file has it,
 * of the same day. Each case keeps its own issues, deadlines and separation of duties (CORP-26, CORP-31, DAT-02).
 */
@Component
public class JointAnswer {
    /** The message that ends what another case prepares. */
    static final String ANSWERED = "AnsweredInAnotherLetter";

    /** The variable of the process that knows which cases were answered. */
    static final String ANSWERED_CASES = "answeredCases";

    private static final String FORM = "send-response";
    private static final String SENT_ON = "responseSentOn";
    /** What makes somebody one who decided the stage. */
    private static final Set<String> DUTIES = Set.of("respond", "approve");

    private final CaseFiles cases;
    private final CaseLinks links;
    private final CaseRestrictions restricted;
    private final Parties parties;
    private final Correspondence correspondence;
    private final Deadlines deadlines;
    private final OrderOfDays order;
    private final Authority authority;
    private final Sight sight;
    private final Promises promises;
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs the forms
    JointAnswer(CaseFiles cases, CaseLinks links, CaseRestrictions restricted, Parties parties, Correspondence correspondence, Deadlines deadlines, OrderOfDays order, Authority authority, Sight sight, Promises promises,
            @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.links = links;
        this.restricted = restricted;
        this.parties = parties;
        this.correspondence = correspondence;
        this.deadlines = deadlines;
        this.order = order;
        this.authority = authority;
        this.sight = sight;
        this.promises = promises;
        this.runtime = runtime;
    }

    /** The other cases that the letter of a case answers, for its forms; null where it answers none. */
    public @Nullable String cases(DelegateExecution execution) {
        return shown((String) execution.getVariable("caseReference"));
    }

    @Nullable String shown(String reference) {
        var others = links.alsoAnswered(reference);
        return others.isEmpty() ? null : String.join(", ", others);
    }

    /** Refuses to write a letter for a case that is answered in another's. */
    void refuseSecondLetter(Submission form) {
        links.answeredWith(form.reference()).ifPresent(leading -> {
            throw form.refuse("This case is answered in the letter of " + leading + ", so it gets no letter of its own. To answer it by itself, undo the link with Link cases.");
        });
    }

    /** Refuses somebody who had a part in an earlier stage of one of the other cases (CORP-26). */
    void refuseWhoDecidedBefore(Submission form, String duty) {
        refuseWhoMayNotRead(form);
        for (var other : links.alsoAnswered(form.reference())) {
            objection(form, other, form.user(), duty).ifPresent(why -> {
                throw form.refuse("This letter answers " + other + " too. There, " + why);
            });
        }
    }

    /** Before anything else is asked of the other cases: what a refusal says of them is for those who may read them. */
    private void refuseWhoMayNotRead(Submission form) {
        for (var other : links.alsoAnswered(form.reference())) {
            if (restricted.since(other).isPresent() && !sight.sees(form.user(), cases.get(other).council(), other)) {
                throw form.refuse("This letter answers " + other + " too, which is restricted: it is written, approved and sent by people who may read that case. Ask whoever restricted it.");
            }
        }
    }

    private Optional<String> objection(Submission form, String other, String person, String duty) {
        return authority.objection(person, new Authority.Work(form.council(), List.of(), other, form.stage(), duty));
    }

    /** Refuses a text that names somebody to people who do not know of them, unless all may see it (DAT-02). */
    void refuseNames(Submission form, String field, String text, boolean allMaySee) {
        var others = links.alsoAnswered(form.reference());
        if (allMaySee || others.isEmpty()) {
            return;
        }
        refuseWhoMayNotRead(form);
        var files = Stream.concat(Stream.of(form.reference()), others.stream()).toList();
        parties.namedAcross(files, text).ifPresent(named -> {
            throw form.refuse(field, "it names number " + named.person().number() + " of " + named.in() + ", and goes to those who complain in " + named.unknownIn()
                    + " too. Leave the name out, or tick that all may see what it says of each of them (DAT-02).");
        });
    }

    /** Puts the letter into the file of every case that it answers; each has to be at the point where its response is owed. */
    void send(Submission sent, LetterView letter, boolean allMaySee) {
        var others = links.alsoAnswered(sent.reference());
        if (others.isEmpty()) {
            cases.send(sent.reference(), letter);
            sent.set(ANSWERED_CASES, null);
            return;
        }
        refuseWhoMayNotRead(sent);
        others.forEach(other -> refuseWhatIsNotReady(sent, other));
        var own = new ArrayList<LetterView>();
        own.add(letter);
        others.forEach(other -> own.add(correspondence.personalToo(sent, letter, other)));
        inEveryFile(sent.reference(), others, own, allMaySee).forEach(one -> cases.send(one.reference(), one.letter()));
        others.forEach(other -> answer(sent, other));
        sent.set(ANSWERED_CASES, String.join(",", others));
    }

    /** The letters that go out with one text: one for the file of each case that it answers. */
    List<Going> going(String reference, LetterView letter, boolean allMaySee) {
        var others = links.alsoAnswered(reference);
        var own = Stream.concat(Stream.of(reference), others.stream()).map(file -> correspondence.foreseen(file, letter)).toList();
        return others.isEmpty() ? List.of(new Going(reference, own.get(0))) : inEveryFile(reference, others, own, allMaySee);
    }

    /** Each letter with the file in which it is; where all may see it with the names of all, but those of a restricted case stand in no letter of another (DAT-01). */
    private List<Going> inEveryFile(String reference, List<String> others, List<LetterView> own, boolean allMaySee) {
        var files = Stream.concat(Stream.of(reference), others.stream()).toList();
        var going = new ArrayList<Going>();
        for (int i = 0; i < own.size(); i++) {
            int mine = i;
            var names = IntStream.range(0, own.size()).filter(one -> one == mine || restricted.since(files.get(one)).isEmpty()).mapToObj(one -> own.get(one).to()).distinct();
            going.add(new Going(files.get(i), allMaySee ? own.get(i).naming(Addressees.bounded(names.collect(Collectors.joining(", ")))) : own.get(i)));
        }
        return going;
    }

    private void refuseWhatIsNotReady(Submission sent, String other) {
        var file = cases.get(other);
        var leading = cases.get(sent.reference());
        if (file.status() == CaseStatus.PAUSED) {
            throw notNow(sent, other, "is paused since " + Dates.text(file.statusSince()));
        }
        if (runtime.createExecutionQuery().processInstanceBusinessKey(other).messageEventSubscriptionName(ANSWERED).count() == 0) {
            throw notNow(sent, other, "is not at the point where a response is prepared");
        }
        if (file.stage() != sent.stage() || !String.valueOf(file.procedure()).equals(leading.procedure())) {
            throw notNow(sent, other, "is at another stage, or follows another procedure");
        }
        var unanswered = cases.unanswered(other);
        if (!unanswered.isEmpty()) {
            throw notNow(sent, other, "has no answer yet to issue " + unanswered.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ", and a response addresses every point (CORP-31)");
        }
        promises.objection(other).ifPresent(why -> {
            throw notNow(sent, other, "cannot be answered yet: " + why);
        });
        LocalDate on = sent.date(SENT_ON);
        if (on.isBefore(file.receivedAt().toLocalDate())) {
            throw sent.refuse(SENT_ON, other + ", which it answers too, was received on " + Dates.text(file.receivedAt().toLocalDate()) + "." + PutRight.FIRST);
        }
        order.refusal(other, FORM, SENT_ON, on).ifPresent(why -> {
            throw sent.refuse(SENT_ON, "in " + other + ", which it answers too, " + why);
        });
        decided(sent).forEach(done -> objection(sent, other, done.person(), done.duty()).ifPresent(why -> {
            throw notNow(sent, other, "cannot be answered by them: " + why);
        }));
    }

    private static RuntimeException notNow(Submission sent, String other, String why) {
        return sent.refuse("This letter answers " + other + " too, which " + why + ". Do that first, or undo the link with Link cases to send this one by itself.");
    }

    private List<DutyDone> decided(Submission sent) {
        return cases.duties(sent.reference()).stream().filter(done -> done.stage() == sent.stage() && DUTIES.contains(done.duty())).toList();
    }

    /** What hangs on the letter in the other case: who decided it, the day in the file, its deadline. */
    private void answer(Submission sent, String other) {
        var on = sent.date(SENT_ON);
        decided(sent).forEach(done -> cases.did(other, done));
        cases.record(other, on, sent.user(), "Answered in the letter of " + sent.reference(), null, List.of(
                new Happening.Given(FORM, SENT_ON, "Sent on", Dates.text(on), on.toString()),
                new Happening.Given(FORM, "letterChannel", "Sent by", sent.option("letterChannel"), sent.text("letterChannel"))));
        deadlines.answered(other, SENT_ON, on);
        promises.send(other, sent.stage(), on);
        links.answered(sent.reference(), other, on, sent.user());
    }
}
