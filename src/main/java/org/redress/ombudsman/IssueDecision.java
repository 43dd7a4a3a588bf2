package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.OmbudsmanOutcome;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.redress.gate.Submission;
import org.redress.gate.SubmissionHandler;
import org.springframework.stereotype.Component;

/** The final decision with its outcome; who else is told is said in it (LGA-18, LGA-19, LGS-16, LGS-17, LGS-22). */
@Component
class IssueDecision implements SubmissionHandler {
    private static final String NOBODY = "nobody";
    private static final String PERSONNEL = "A complaint about employment or personnel matters was received. It is not investigated (Schedule 5, paragraph 4).";
    /** The deadlines of the two sides for commenting on a draft. */
    static final Set<String> COMMENTS = Set.of("complainant-comments", "council-comments");

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Tables tables;
    private final BothSides sides;
    private final JointDecision joint;

    IssueDecision(CaseFiles cases, AgreedActions actions, Deadlines deadlines, Tables tables, BothSides sides, JointDecision joint) {
        this.cases = cases;
        this.actions = actions;
        this.deadlines = deadlines;
        this.tables = tables;
        this.sides = sides;
        this.joint = joint;
    }

    @Override
    public String form() {
        return "issue-decision";
    }

    @Override
    public void accept(Submission issued) {
        var outcome = DecidedAs.of(issued);
        var course = Course.of(issued);
        var told = told(issued, outcome.decision(), issued.optionalText("fundamentalStandard").orElse("no"));
        if (issued.optionalText("fundamentalStandard").isEmpty() && !told.equals(told(issued, outcome.decision(), "yes"))) {
            throw issued.refuse("fundamentalStandard", "an answer is needed, because it decides who is told (LGS-17).");
        }
        if (!told.equals(NOBODY) && !issued.text("informationSharing").equals("stated")) {
            var about = cases.lastAnswer(issued.reference(), "decide-intake", "category").orElse("this").toLowerCase(Locale.ROOT);
            throw issued.refuse("informationSharing", "an upheld decision about " + about + " is shared with " + told + " and says so (LGS-17).");
        }
        boolean report = issued.text("statementKind").equals("report");
        if (report && course != Course.INVESTIGATION) {
            throw issued.refuse("statementKind", "a public report follows a completed investigation; this is a statement of reasons (LGA-18).");
        }
        var on = issued.date("decidedOn");
        heardUntil(issued).filter(on::isBefore).ifPresent(heard -> {
            throw issued.refuse("decidedOn", "both sides were heard until " + Dates.text(heard) + " (LGS-12).");
        });
        stillHeard(issued).filter(side -> !on.isAfter(side.dueOn())).ifPresent(side -> {
            throw issued.refuse("decidedOn", side.title().toLowerCase(Locale.ROOT) + " can come until " + Dates.text(side.dueOn()) + "; more time was given (LGS-12).");
        });
        var letter = new LetterView(0, report ? "report" : "decision", told, statement(issued), null, on, null, LetterView.FINAL).ends(ends(issued, outcome));
        if (!told.equals(NOBODY)) {
            cases.send(issued.reference(), letter);
        }
        send(issued, letter, outcome, course);
        var status = outcome.upheld() ? CaseStatus.DECIDED : course.status();
        cases.become(issued.reference(), status, status == CaseStatus.DECIDED ? outcome.because() : outcome.decision() + ": " + outcome.because(), on);
        cases.record(issued.reference(), on, issued.user(), "Outcome: " + outcome.decision(), outcome.text(), List.of());
        if (course == Course.INVESTIGATION || course == Course.INTAKE) {
            actions.agree(issued.reference(), on);
        } else {
            // what a draft proposed before it ended is agreed by nobody
            actions.begin(issued.reference(), 0);
        }
        issued.set("reportReceivedOn", on.toString());
    }

    /** As the annual letter counts it: put right before, where nothing had to be agreed any more (rule book 3.3). */
    private OmbudsmanOutcome ends(Submission issued, DecidedAs outcome) {
        if (outcome.upheld()) {
            boolean before = is(issued, "remedyStands", "already") || is(issued, "remedyAccepted", "assessment") && actions.agreed(issued.reference()).isEmpty();
            return before ? OmbudsmanOutcome.UPHELD_REMEDIED : OmbudsmanOutcome.UPHELD;
        }
        return outcome.decision().equals("Not upheld") ? OmbudsmanOutcome.NOT_UPHELD : OmbudsmanOutcome.CLOSED;
    }

    private static boolean is(Submission issued, String variable, String value) {
        return issued.variable(variable).filter(value::equals).isPresent();
    }

    /** To both; a council that has heard nothing of a complaint hears nothing of its withdrawal, and of a personnel matter only that it came (LGS-20). */
    private void send(Submission issued, LetterView letter, DecidedAs outcome, Course course) {
        if (outcome.upheld() || course == Course.INVESTIGATION || course == Course.DISCONTINUED) {
            sides.send(issued, letter);
            return;
        }
        // before, because the letters to the complainant count where the complaint is the council's own matter
        boolean told = course == Course.INTAKE || sides.councilKnows(issued.reference());
        sides.toComplainant(issued, letter);
        if (told) {
            sides.toCouncil(issued, personnel(issued) ? new LetterView(0, letter.kind(), letter.to(), PERSONNEL, null, letter.sentOn(), null, letter.marking()) : letter);
        }
    }

    private boolean personnel(Submission issued) {
        return cases.issues(issued.reference()).stream().anyMatch(issue -> "personnel".equals(issue.notConsidered()))
                || cases.lastAnswer(issued.reference(), "assess-jurisdiction", "exclusion").filter(words -> words.startsWith("Personnel")).isPresent();
    }

    /** The text with what is not investigated, and what is recommended and not agreed, as lists of their own, so that nobody takes one for something else (LGS-04, REM-05). */
    private String statement(Submission issued) {
        var leftOut = cases.issues(issued.reference()).stream().filter(issue -> issue.clause() != null)
                .map(issue -> "\nIssue " + issue.number() + ": " + String.valueOf(issue.notConsidered()).replace('-', ' ') + ", " + String.valueOf(issue.clause()).replaceFirst(" \\(L[^)]*\\)$", ""))
                .collect(Collectors.joining());
        var recommended = actions.recommended(issued.reference()).stream().map(action -> "\n" + action.number() + ". " + action.wording()).collect(Collectors.joining());
        return joint.with(issued, issued.text("letterText")) + (leftOut.isEmpty() ? "" : "\n\nNot investigated:" + leftOut)
                + (recommended.isEmpty() ? "" : "\n\nRecommended, and not agreed by the council:" + recommended);
    }

    /** The day on which the second of the two comment steps was done, or its time was over. */
    private Optional<LocalDate> heardUntil(Submission issued) {
        return deadlines.of(issued.reference()).stream().filter(deadline -> COMMENTS.contains(deadline.kind())).map(DeadlineView::closedOn)
                .filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** A side that was given more time when the course had gone on without it. */
    private Optional<DeadlineView> stillHeard(Submission issued) {
        return COMMENTS.stream().flatMap(kind -> deadlines.open(issued.reference(), kind).stream()).max(Comparator.comparing(DeadlineView::dueOn));
    }

    private String told(Submission issued, @Nullable String decision, String fundamentalStandard) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("decision", decision);
        facts.put("category", issued.variable("category").orElse(null));
        facts.put("fundamentalStandard", fundamentalStandard);
        return String.valueOf(tables.rows("information-sharing", issued.processDefinitionId().orElse(null), facts).get(0).get("told"));
    }
}
