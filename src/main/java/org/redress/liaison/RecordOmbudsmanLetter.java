package org.redress.liaison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.Matter;
import org.redress.casefile.OmbudsmanOutcome;
import org.redress.casefile.Reference;
import org.redress.casefile.Registration;
import org.redress.casefile.Registration.Person;
import org.redress.casefile.SameMatter;
import org.redress.confirmation.Confirmation;
import org.redress.deadline.ExtensionRefused;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.identity.Organisations;
import org.redress.post.Belonging;
import org.redress.reading.Decision;
import org.redress.reading.DecisionReader;
import org.springframework.stereotype.Component;

/** A letter from an Ombudsman outside the product goes into the council’s case, or opens one (LGS-09). */
@Component
class RecordOmbudsmanLetter implements SubmissionHandler {
    private final CaseFiles cases;
    private final SameMatter same;
    private final EffectsOfLetter effects;
    private final Belonging belonging;
    private final Organisations organisations;

    RecordOmbudsmanLetter(CaseFiles cases, SameMatter same, EffectsOfLetter effects, Belonging belonging, Organisations organisations) {
        this.cases = cases;
        this.same = same;
        this.effects = effects;
        this.belonging = belonging;
        this.organisations = organisations;
    }

    @Override
    public String form() {
        return "ombudsman-letter";
    }

    @Override
    public void accept(Submission letter) {
        var received = letter.date("letterReceivedOn");
        if (received.isBefore(letter.date("letterDatedOn"))) {
            throw letter.refuse("letterReceivedOn", "is before the day of the letter.");
        }
        var kind = letter.text("letterKind");
        var by = letter.optionalDate("newDueDate");
        if (kind.equals("more-time") && by.isEmpty()) {
            throw letter.refuse("newDueDate", "an answer is needed.");
        }
        by.filter(day -> !day.isAfter(letter.date("letterDatedOn"))).ifPresent(day -> {
            throw letter.refuse("newDueDate", "is not after the day of the letter.");
        });
        letter.set("replyBy", kind.equals("more-time") ? null : by.map(LocalDate::toString).orElse(null));
        var copy = new LetterView(0, kind, organisations.name(letter.council()), letter.text("letterText"), null, letter.date("letterDatedOn"), received,
                kind.equals("draft-decision") ? LetterView.DRAFT_CONFIDENTIAL : null).ends(letter.optionalText("outcome").map(OmbudsmanOutcome::of).orElse(null));
        var ombudsman = letter.text("ombudsmanReference");
        askIfTheTextSaysOtherwise(letter, copy, ombudsman);
        var known = letter.optionalText("caseReference").map(own -> find(letter, own, ombudsman))
                .or(() -> cases.linkedOutside(letter.council(), ombudsman).map(CaseSummary::reference));
        known.ifPresent(found -> askIfItIsAnother(letter, copy, found));
        var reference = known.orElseGet(() -> {
            askIfItComesByItself(letter, ombudsman);
            return open(letter, copy, ombudsman);
        });
        askIfItIsHereAlready(letter, copy, reference);
        letter.about(reference);
        letter.happenedOn(received);
        letter.titled("Letter from the Ombudsman: " + letter.option("letterKind"));
        cases.receive(reference, copy, Reference.read(ombudsman).text());
        confirmation(letter, kind, copy.sentOn()).ask(letter, cases.get(reference).stage());
        letter.set("enquiryNumber", (int) cases.letters(reference).stream().filter(l -> l.kind().equals("enquiry")).count());
    }

    /** Whoever types the letter places it, and is shown what speaks against the case into which it would go (DAT-02). */
    private void askIfItIsAnother(Submission letter, LetterView copy, String reference) {
        var signs = belonging.signs(new Matter(letter.council(), List.of(letter.text("complainant")), List.of(), copy.sentOn(), copy.text(), reference, null,
                letter.text("ombudsmanReference")), reference);
        if (!belonging.certain(signs)) {
            letter.askBack("other-matter", reference + " may be another matter: " + String.join("; ", signs.speaksAgainst()) + ". Does the letter belong to it all the same?", reference);
        }
    }

    /** What was typed beside the text of a decision, and what the text says where that could be read (DQ-10). */
    private static void askIfTheTextSaysOtherwise(Submission letter, LetterView copy, String ombudsman) {
        if (!Set.of("decision", "report").contains(copy.kind())) {
            return;
        }
        var read = DecisionReader.read(copy.text());
        var other = new ArrayList<String>();
        if (!read.isFinal()) {
            other.add("it calls itself a draft");
        }
        int given = Integer.parseInt(letter.optionalText("actionCount").orElse("0"));
        int named = read.actions().size();
        int doubtful = read.doubtful().size();
        // what may be an action of its own is for the person who counts them to say
        if (named + doubtful > 0 && (given < Math.max(named, 1) || given > named + doubtful) && !(given == 0 && copy.outcome() == OmbudsmanOutcome.UPHELD_REMEDIED && nothingIsLeftToDo(read))) {
            other.add((named == 0 ? doubtful + (doubtful == 1 ? " agreed action may be" : " agreed actions may be") + " named in it" : named + (named == 1 ? " agreed action was" : " agreed actions were") + " read in it" + (doubtful == 0 ? "" : " and " + doubtful + " more that may be " + (doubtful == 1 ? "one" : "some"))) + ", and " + given + (given == 1 ? " is" : " are") + " given");
        }
        var day = read.decidedOn();
        if (day != null && !day.value().equals(copy.sentOn())) {
            other.add("it is dated " + Dates.text(day.value()));
        }
        var theirs = Reference.read(ombudsman);
        if (!read.references().isEmpty() && read.references().stream().noneMatch(one -> theirs.same(one.value()))) {
            other.add("its reference is " + read.references().get(0).value());
        }
        var outcome = read.outcome();
        // only what stands in its head; what its last words mean is for a person to say
        if (outcome != null && outcome.passage().text().matches("(?i)(?:decision|outcome|finding)\\b[^:]{0,10}:.*") && copy.outcome() != null && !like(outcome.value(), copy.outcome())) {
            other.add("it ends with " + outcome.value().text());
        }
        if (!other.isEmpty()) {
            letter.askBack("text-says-otherwise", "The text of the letter says otherwise: " + String.join("; ", other) + ". Is what you gave right all the same?");
        }
    }

    /** Whether what the text names was done before: it says so, and gives no time for any of it (LGS-16). */
    private static boolean nothingIsLeftToDo(Decision read) {
        return read.putRight() != null && read.named().stream().allMatch(action -> action.period() == null && action.due() == null);
    }

    private static boolean like(OmbudsmanOutcome read, OmbudsmanOutcome given) {
        return read == given || read == OmbudsmanOutcome.UPHELD && given == OmbudsmanOutcome.UPHELD_REMEDIED;
    }

    private void askIfItIsHereAlready(Submission letter, LetterView copy, String reference) {
        boolean here = cases.letters(reference).stream().anyMatch(known -> known.kind().equals(copy.kind()) && copy.sentOn().equals(known.sentOn())
                && same.alike(known.text(), copy.text()));
        if (here) {
            letter.askBack("same-letter", reference + " holds such a letter of that day, in almost the same words. Confirm it only if it is another letter.",
                    reference);
        }
    }

    /** What the letter changes in what was asked before, and who has to confirm it. */
    private Confirmation confirmation(Submission letter, String kind, LocalDate on) {
        if (!kind.equals("more-time")) {
            return effects.confirmation(letter.reference(), kind);
        }
        try {
            return effects.moreTime(letter.reference(), letter.text("extends"), letter.date("newDueDate"), on, letter.user());
        } catch (ExtensionRefused e) {
            throw letter.refuse("newDueDate", String.valueOf(e.getMessage()));
        }
    }

    private String find(Submission letter, String own, String ombudsman) {
        // the same answer for a case of another council and for none
        var found = cases.find(letter.council(), own)
                .orElseThrow(() -> letter.refuse("caseReference", "your council has no case " + own + "."));
        var theirs = Reference.read(ombudsman);
        if (found.counterpart() != null) {
            throw letter.refuse("caseReference", "the Ombudsman of this case works here too; its letters come by themselves.");
        }
        if (found.counterpartReference() != null && !theirs.same(found.counterpartReference())) {
            throw letter.refuse("caseReference", "it holds the letters of the Ombudsman’s case " + found.counterpartReference()
                    + "; leave this empty, and those of " + ombudsman + " get a case of their own.");
        }
        cases.linkedOutside(letter.council(), ombudsman).map(CaseSummary::reference).filter(other -> !other.equals(found.reference())).ifPresent(other -> {
            throw letter.refuse("caseReference", "the letters of the Ombudsman’s case " + ombudsman + " are in " + other + ".");
        });
        cases.link(found.reference(), null, ombudsman);
        return found.reference();
    }

    private void askIfItComesByItself(Submission letter, String ombudsman) {
        cases.linkedInside(letter.council(), ombudsman).ifPresent(own -> {
            letter.askBack("same-reference", "The letters of the Ombudsman’s case " + ombudsman + " come by themselves, into " + own.reference()
                    + ". If this one is of another Ombudsman, it gets a case of its own.", own.reference());
            letter.settled();
        });
    }

    private String open(Submission letter, LetterView first, String ombudsman) {
        var on = letter.date("letterReceivedOn");
        var registration = new Registration(letter.council(), on.atTime(9, 0), "ombudsman", "complainant",
                List.of(new Person(letter.text("complainant"), "complainant")), first.ofTheComplaint(), null);
        same.of(registration, Optional.empty()).forEach(likely -> letter.askBack("same-matter", "There is " + likely.reference() + ", " + likely.because()
                + ". Open another case all the same, or name that one as our case?", likely.reference()));
        letter.settled();
        var reference = cases.open(registration);
        cases.link(reference, null, ombudsman);
        cases.become(reference, CaseStatus.WITH_OMBUDSMAN, null, on);
        return reference;
    }
}
