package org.redress.complaint;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.LinkView;
import org.redress.casefile.LinkView.Kind;
import org.redress.casefile.SameMatter;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Two cases of a council, or of an Ombudsman, belong together: one is a duplicate of the other and ends, they are related, or one answer
 * is given to both; or one of them was linked by mistake. An issue can be left out because another says the same (CORP-13, CORP-31).
 */
@Component
class LinkCases implements SubmissionHandler {
    private static final Map<String, Kind> KINDS = Map.of("duplicate", Kind.DUPLICATE, "related", Kind.RELATED, "one-answer", Kind.ONE_ANSWER);

    private static final String ENDED = "ComplaintEnded";

    private final CaseFiles cases;
    private final CaseLinks links;
    private final SameMatter same;
    private final Correspondence correspondence;
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs the forms
    LinkCases(CaseFiles cases, CaseLinks links, SameMatter same, Correspondence correspondence, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.links = links;
        this.same = same;
        this.correspondence = correspondence;
        this.runtime = runtime;
    }

    @Override
    public String form() {
        return "link-cases";
    }

    @Override
    public void accept(Submission linked) {
        var one = find(linked, "caseReference");
        var other = find(linked, "otherReference");
        var on = linked.date("linkedOn");
        linked.about(one.reference());
        linked.titled(linked.option("link"));
        for (var file : List.of(one, other)) {
            if (on.isBefore(file.receivedAt().toLocalDate())) {
                throw linked.refuse("linkedOn", file.reference() + " was received on " + Dates.text(file.receivedAt().toLocalDate()) + ".");
            }
        }
        if (linked.text("link").equals("same-issue")) {
            leaveOut(linked, one, other);
            return;
        }
        if (one.reference().equals(other.reference())) {
            throw linked.refuse("otherReference", "name another case than " + one.reference() + ".");
        }
        if (linked.text("link").equals("undo")) {
            undo(linked, one, other);
            return;
        }
        var kind = KINDS.get(linked.text("link"));
        boolean known = links.of(one.reference()).stream().anyMatch(link -> link.undoneOn() == null && link.kind() == kind && link.other().equals(other.reference()));
        if (known) {
            throw linked.refuse("otherReference", "the two are linked like this already.");
        }
        if (kind == Kind.DUPLICATE) {
            close(linked, one, other);
        }
        links.link(one.reference(), new LinkView(kind, other.reference(), on, linked.user(), linked.text("reason")));
        cases.record(other.reference(), on, linked.user(), linked.option("link"), kind == Kind.DUPLICATE ? "Its duplicate " + one.reference() + " is closed; what was sent for it belongs here."
                : kind.text() + " " + one.reference() + ".", List.of());
    }

    private CaseSummary find(Submission linked, String key) {
        // the same answer for a case of another council and for none, so that nobody can find out which exist
        return cases.find(linked.council(), linked.text(key)).orElseThrow(() -> linked.refuse(key, "there is no case " + linked.text(key) + " here."));
    }

    /** The other goes on with all its deadlines; this one ends, and the complainant is told once. */
    private void close(Submission linked, CaseSummary one, CaseSummary other) {
        if (one.status() != CaseStatus.OPEN && one.status() != CaseStatus.PAUSED) {
            throw linked.refuse("caseReference", "it is " + words(one) + ".");
        }
        if (other.status() == CaseStatus.DUPLICATE) {
            throw linked.refuse("otherReference", "it is a duplicate itself; name the case that goes on.");
        }
        if (other.status().over()) {
            throw linked.refuse("otherReference", "it is " + words(other) + ", so nobody would answer. Take it up again first, or assess " + one.reference() + " by itself.");
        }
        if (one.receivedAt().isBefore(other.receivedAt())) {
            throw linked.refuse("caseReference", "it came first, so its days count: close " + other.reference() + " as the duplicate of " + one.reference() + ".");
        }
        if (one.ombudsmans() && one.counterpart() != null && !cases.letters(one.reference()).isEmpty()) {
            throw linked.refuse("caseReference", "the council has had letters of it; end it with Ombudsman event, and link the two as related.");
        }
        if (!one.ombudsmans() && one.counterpartReference() != null) {
            throw linked.refuse("caseReference", "the Ombudsman’s letters are in it (" + one.counterpartReference() + "), so it goes on; link the two as related.");
        }
        if (runtime.createExecutionQuery().processInstanceBusinessKey(one.reference()).messageEventSubscriptionName(ENDED).count() == 0) {
            throw linked.refuse("caseReference", "it has ended already; a letter about that is still to be written.");
        }
        var strangers = same.onlyIn(one.reference(), other.reference());
        if (!strangers.isEmpty()) {
            linked.askBack("other-people", "Of those who complain in " + one.reference() + ", number " + strangers.stream().map(person -> String.valueOf(person.number()))
                    .collect(Collectors.joining(", ")) + " is not in " + other.reference() + " by that name, and would get no answer. Confirm only if it is the same person; somebody else joins "
                    + other.reference() + " first with People change, or both get one answer.", other.reference());
        }
        var on = linked.date("linkedOn");
        var told = linked.optionalText("letterText").orElseThrow(() -> linked.refuse("letterText", "tell the complainant that both are one case, and which."));
        cases.send(one.reference(), correspondence.toComplainant(linked, new LetterView(one.stage(), "duplicate-notice", "", told, null, on, null)));
        cases.become(one.reference(), CaseStatus.DUPLICATE, "duplicate of " + other.reference(), on);
        linked.set("message", ENDED);
        linked.set("happening", "duplicate");
        linked.set("happenedOn", on.toString());
    }

    private static String words(CaseSummary file) {
        return file.status().text().toLowerCase(java.util.Locale.ROOT) + " since " + Dates.text(file.statusSince());
    }

    /** A link that was made by mistake; a case that was closed because of it is taken up first. */
    private void undo(Submission linked, CaseSummary one, CaseSummary other) {
        if (one.status() == CaseStatus.DUPLICATE || other.status() == CaseStatus.DUPLICATE) {
            throw linked.refuse("link", "take the closed case up again, as a mistake; that undoes it.");
        }
        if (links.undo(one.reference(), other.reference(), linked.date("linkedOn"), linked.user(), linked.text("reason")) == 0) {
            throw linked.refuse("otherReference", "the two are not linked.");
        }
        cases.record(other.reference(), linked.date("linkedOn"), linked.user(), linked.option("link"), "No longer linked with " + one.reference() + ".", List.of());
    }

    private void leaveOut(Submission linked, CaseSummary one, CaseSummary other) {
        int issue = number(linked, "issue");
        int same = number(linked, "otherIssue");
        if (one.reference().equals(other.reference()) && issue == same) {
            throw linked.refuse("otherIssue", "name another issue than " + issue + ".");
        }
        considered(linked, one, "issue", issue);
        considered(linked, other, "otherIssue", same);
        cases.leaveOut(one.reference(), List.of(issue), "same as issue " + same
                + (one.reference().equals(other.reference()) ? "" : " of " + other.reference()));
    }

    private static int number(Submission linked, String key) {
        var numbers = linked.numbers(key);
        if (numbers.size() != 1) {
            throw linked.refuse(key, "write one number.");
        }
        return numbers.first();
    }

    private void considered(Submission linked, CaseSummary file, String key, int number) {
        if (cases.issues(file.reference()).stream().noneMatch(issue -> issue.number() == number && issue.notConsidered() == null)) {
            throw linked.refuse(key, file.reference() + " has no issue " + number + " that is considered.");
        }
    }
}
