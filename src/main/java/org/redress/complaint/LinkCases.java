package org.redress.complaint;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.LinkView;
import org.redress.casefile.LinkView.Kind;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.casefile.PutRight;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.redress.parties.Correspondence;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Two cases of a council, or of an Ombudsman, belong together: one is a duplicate of the other and ends, they are related, or one
 * is answered in the letter of the other; or they were linked by mistake. An issue can be left out because another says the same, and be
 * considered after all (CORP-13, CORP-31, CORP-34).
 */
@Component
class LinkCases implements SubmissionHandler {
    private static final Map<String, Kind> KINDS = Map.of("duplicate", Kind.DUPLICATE, "related", Kind.RELATED, "one-answer", Kind.ONE_ANSWER, "jointly", Kind.JOINTLY);

    private static final String ENDED = "ComplaintEnded";
    private static final String STATUTORY = "statutory";
    /** Why an issue is left out, before its number. */
    private static final String SAME = "same as issue ";

    private final CaseFiles cases;
    private final CaseLinks links;
    private final Parties parties;
    private final Correspondence correspondence;
    private final IssuesInHand issues;
    private final RuntimeService runtime;
    private final TaskService tasks;

    // lazily: these are the engine's services, and the engine needs the forms
    LinkCases(CaseFiles cases, CaseLinks links, Parties parties, Correspondence correspondence, IssuesInHand issues, @Lazy RuntimeService runtime,
            @Lazy TaskService tasks) {
        this.cases = cases;
        this.links = links;
        this.parties = parties;
        this.correspondence = correspondence;
        this.issues = issues;
        this.runtime = runtime;
        this.tasks = tasks;
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
                throw linked.refuse("linkedOn", file.reference() + " was received on " + Dates.text(file.receivedAt().toLocalDate()) + "." + PutRight.FIRST);
            }
        }
        if (linked.text("link").equals("same-issue")) {
            leaveOut(linked, one, other);
            return;
        }
        if (linked.text("link").equals("issue-back")) {
            considerAfterAll(linked, one, other);
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
        } else if (kind == Kind.ONE_ANSWER) {
            refuseToJoin(linked, one, other);
            linked.set("letterOf", other.reference());
        } else if (kind == Kind.JOINTLY) {
            refuseToDecideJointly(linked, one, other);
        }
        links.link(one.reference(), new LinkView(kind, other.reference(), on, linked.user(), linked.text("reason")));
        cases.record(other.reference(), on, linked.user(), linked.option("link"), switch (kind) {
            case DUPLICATE -> "Its duplicate " + one.reference() + " is closed; what was sent for it belongs here.";
            case ONE_ANSWER -> "Its letter also answers " + one.reference() + ".";
            default -> kind.text() + " " + one.reference() + ".";
        }, List.of());
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
        var strangers = parties.onlyIn(one.reference(), other.reference(), PartyView::complains);
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

    /** One letter answers both only where both are owed one at the same stage, and none has been written yet (CORP-31). */
    private void refuseToJoin(Submission linked, CaseSummary one, CaseSummary other) {
        if (one.ombudsmans()) {
            throw linked.refuse("link", "the Ombudsman decides each complaint in a statement of its own (LGA-18); link the two as related, or to be decided jointly.");
        }
        links.answeredWith(one.reference()).ifPresent(leading -> {
            throw linked.refuse("caseReference", "it is answered in the letter of " + leading + "; undo that link first.");
        });
        links.answeredWith(other.reference()).ifPresent(leading -> {
            throw linked.refuse("otherReference", "it is answered itself in the letter of " + leading + "; name that one.");
        });
        links.alsoAnswered(one.reference()).stream().findFirst().ifPresent(follower -> {
            throw linked.refuse("caseReference", "its own letter answers " + follower + "; undo that link first.");
        });
        refuseUnlessOwedALetter(linked, "caseReference", one);
        refuseUnlessOwedALetter(linked, "otherReference", other);
        boolean begun = one.stage() > 0 && other.stage() > 0;
        if (begun && (one.stage() != other.stage() || !String.valueOf(one.procedure()).equals(other.procedure()))) {
            throw linked.refuse("otherReference", "the two are at different stages, or follow different procedures, so one letter cannot answer both; link them as related.");
        }
        if (tasks.createTaskQuery().processInstanceBusinessKey(other.reference()).taskDefinitionKeyIn("UserTask_ApproveResponse", "UserTask_SendResponse").count() > 0) {
            throw linked.refuse("otherReference", "its letter is drafted already; whoever approves it gives it back first, so that it is drafted for both.");
        }
    }

    /** Each complaint has a decision of its own, so only what has none yet can be decided with another (LGA-18). */
    private void refuseToDecideJointly(Submission linked, CaseSummary one, CaseSummary other) {
        if (!one.ombudsmans()) {
            throw linked.refuse("link", "only the Ombudsman decides complaints jointly; a council answers them in one letter, or links them as related.");
        }
        for (var file : Map.of("caseReference", one, "otherReference", other).entrySet()) {
            if (file.getValue().status() != CaseStatus.OPEN) {
                throw linked.refuse(file.getKey(), "it is " + words(file.getValue()) + ", so it cannot be decided with another; link the two as related.");
            }
        }
    }

    private void refuseUnlessOwedALetter(Submission linked, String field, CaseSummary file) {
        if (file.status() != CaseStatus.OPEN && file.status() != CaseStatus.PAUSED) {
            throw linked.refuse(field, "it is " + words(file) + ", so no letter is owed in it.");
        }
        if (STATUTORY.equals(file.procedure()) && file.stage() > 1) {
            throw linked.refuse(field, "stage " + file.stage() + " of the statutory procedure looks at one complaint by itself (CHD-41, CHD-51); link the two as related.");
        }
        cases.letters(file.reference()).stream().filter(letter -> letter.kind().equals("response") && letter.stage() == file.stage()).findFirst().ifPresent(letter -> {
            throw linked.refuse(field, "its response of stage " + file.stage() + " was sent on " + Dates.text(letter.sentOn()) + "; link the two as related.");
        });
    }

    /** A link that was made by mistake; a case that was closed because of it is taken up first. */
    private void undo(Submission linked, CaseSummary one, CaseSummary other) {
        if (one.status() == CaseStatus.DUPLICATE || other.status() == CaseStatus.DUPLICATE) {
            throw linked.refuse("link", "take the closed case up again, as a mistake; that undoes it.");
        }
        links.of(one.reference()).stream().filter(link -> link.undoneOn() == null && link.other().equals(other.reference())).forEach(link -> {
            switch (link.kind()) {
                case ONE_ANSWER -> linked.set("letterOf", other.reference());
                case ANSWERS_TOO -> linked.set("letterOf", one.reference());
                default -> { } // no letter depends on it
            }
        });
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
        cases.leaveOut(one.reference(), List.of(issue), SAME + same + of(one, other));
    }

    /** It says something else after all: it is answered as any other, as long as answers are being prepared (CORP-34). */
    private void considerAfterAll(Submission linked, CaseSummary one, CaseSummary other) {
        int issue = number(linked, "issue");
        var ground = Pattern.compile(Pattern.quote(SAME) + "\\d+" + Pattern.quote(of(one, other)));
        if (cases.issues(one.reference()).stream().noneMatch(known -> known.number() == issue && known.notConsidered() != null && ground.matcher(known.notConsidered()).matches())) {
            throw linked.refuse("issue", "issue " + issue + " of " + one.reference() + " was not left out because one of " + other.reference() + " says the same.");
        }
        if (one.status() != CaseStatus.OPEN) {
            throw linked.refuse("caseReference", "it is " + words(one) + ".");
        }
        issues.objection(one).ifPresent(why -> {
            throw linked.refuse("issue", (one.ombudsmans() ? "the draft decision has begun without it" : why) + "; it is considered at the next stage, or as a new complaint.");
        });
        cases.consider(one.reference(), issue);
        issues.give(linked, one.reference(), issue);
    }

    private static String of(CaseSummary one, CaseSummary other) {
        return one.reference().equals(other.reference()) ? "" : " of " + other.reference();
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
