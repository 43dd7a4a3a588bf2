package org.redress.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.confirmation.Confirmation;
import org.redress.council.OwnProcedure;
import org.redress.course.CourseStays;
import org.redress.course.WayBack;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.decision.Tables;
import org.redress.engine.BeganWith;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Puts a wrong course right: the complaint goes back to its assessment as long as nothing was sent that this would undo. Answers on
 * the wrong course stay readable, what it owed ends, and the new course sets its own days (CHD-03, CHD-30, CORP-16, CORP-22, CORP-26).
 */
@Component
class CourseCorrections implements WayBack {
    static final String COURSE_CORRECTED = "CourseCorrected";
    private static final Set<String> MISTAKES = Set.of("subject", "straight", "refusal");
    private static final String PUT_RIGHT = "the course was put right";
    private static final String RESPONSE = "response";

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Tables tables;
    private final OwnProcedure ownProcedure;
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs the forms that put a course right
    CourseCorrections(CaseFiles cases, Deadlines deadlines, Tables tables, OwnProcedure ownProcedure, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.tables = tables;
        this.ownProcedure = ownProcedure;
        this.runtime = runtime;
    }

    /**
     * A course that can be put right: where the process waits for it, what is right, and what confirms it.
     *
     * @param stays whether procedure and stage are the same all the same, so that only the file has to say what is right
     */
    private record Way(Execution waiting, Course right, boolean stays, Confirmation confirmation, @Nullable Goal goal) {}

    /** Where a course leads: its procedure and first stage, and the day of the response, if it can be known, with what it is worked out from. */
    private record Goal(String procedure, int stage, Optional<LocalDate> responseDue, String definition, Map<String, @Nullable Object> facts) {}

    @Override
    public boolean leads(CaseSummary complaint) {
        return !complaint.ombudsmans();
    }

    @Override
    public Plan plan(Asked asked) throws CourseStays {
        if (!MISTAKES.contains(asked.mistake())) {
            throw new CourseStays("mistake", "that can be wrong in a case of the Ombudsman’s only.");
        }
        var way = wayBack(asked);
        return new Plan(way.confirmation(), (on, who) -> carryOut(way, asked.reference(), on, who));
    }

    private Way wayBack(Asked asked) throws CourseStays {
        var complaint = cases.get(asked.reference());
        var waiting = waiting(complaint);
        Map<String, @Nullable Object> now = new HashMap<>(runtime.getVariables(waiting.getId()));
        var taken = taken(now);
        if (complaint.stage() == 0) {
            // nothing is owed by a stage yet, and the new assessment is free
            return new Way(waiting, taken, false, Confirmation.none(), null);
        }
        if (asked.mistake().equals("refusal")) {
            throw new CourseStays("mistake", "the complaint was accepted, and stage " + complaint.stage() + " has begun; there is no refusal that waits to be sent.");
        }
        needUnanswered(complaint, now);
        var right = right(asked, taken);
        if (right.equals(taken)) {
            throw new CourseStays("mistake", "that is what was chosen; say what is right.");
        }
        var goal = goal(complaint, waiting, now, right);
        boolean stays = goal.procedure().equals(complaint.procedure()) && goal.stage() == complaint.stage() && Objects.equals(right.straightOn(), taken.straightOn());
        return new Way(waiting, right, stays, stays ? Confirmation.none() : confirmation(complaint, goal), goal);
    }

    /** The complaint goes back to its assessment, which has to choose what was confirmed; or the file alone is put right. */
    private void carryOut(Way plan, String reference, LocalDate on, String who) {
        if (plan.stays()) {
            putFileRight(plan, reference, who);
            return;
        }
        var stage = cases.get(reference).stage();
        deadlines.cancelCalled(plan.waiting().getProcessInstanceId(), PUT_RIGHT, on);
        cases.assessAgain(reference, on);
        if (plan.goal() != null && plan.goal().responseDue().isPresent()) {
            deadlines.oweMeanwhile(reference, RESPONSE, plan.goal().definition(), plan.goal().facts());
        }
        cases.record(reference, on, CaseFiles.PRODUCT, "Course put right: the complaint is assessed again",
                stage == 0 ? null : "Stage " + stage + " stops; what was answered and not sent does not stand. " + String.join(" ", plan.confirmation().changes()), List.of());
        var variables = new HashMap<String, @Nullable Object>();
        variables.put("stageDone", 0);
        variables.put("straightToStage2", false);
        if (stage > 0) {
            variables.putAll(plan.right().remembered());
        }
        runtime.messageEventReceived(COURSE_CORRECTED, plan.waiting().getId(), variables);
    }

    private void putFileRight(Way plan, String reference, String who) {
        var chosen = cases.facts(reference).stream().filter(fact -> fact.form().equals("assess-complaint") && fact.field().equals("subject"))
                .reduce((earlier, later) -> later);
        var words = cases.lastAnswer(reference, "course-correction", "rightSubject").orElse(plan.right().subject());
        chosen.ifPresent(fact -> cases.putRight(reference, fact.id(), plan.right().subject(), words, who));
        runtime.setVariable(plan.waiting().getProcessInstanceId(), "subject", plan.right().subject());
        runtime.setVariable(plan.waiting().getProcessInstanceId(), "voluntaryStatutory", plan.right().byChoice());
    }

    private Execution waiting(CaseSummary complaint) throws CourseStays {
        if (complaint.status() != CaseStatus.OPEN) {
            throw new CourseStays("caseReference", "the case is " + complaint.status().text().toLowerCase(java.util.Locale.ROOT) + " since "
                    + Dates.text(complaint.statusSince()) + "." + (complaint.status().over() ? " Use Taking up again if it ended by mistake." : ""));
        }
        var waiting = runtime.createExecutionQuery().processInstanceBusinessKey(complaint.reference()).messageEventSubscriptionName(COURSE_CORRECTED).list();
        if (waiting.isEmpty()) {
            throw new CourseStays("caseReference", complaint.stage() == 0 ? "nothing has been chosen yet; choose rightly in Assess complaint."
                    : "stage " + complaint.stage() + " was answered, and a correction would undo that. Note the mistake with Case event and tell the complainant;"
                            + " if another procedure applies, record a new complaint.");
        }
        return waiting.get(0);
    }

    private void needUnanswered(CaseSummary complaint, Map<String, @Nullable Object> now) throws CourseStays {
        var sent = cases.letters(complaint.reference()).stream().filter(letter -> letter.stage() > 0 && letter.kind().equals(RESPONSE)).findFirst();
        if (sent.isPresent()) {
            throw new CourseStays("caseReference", "the response of stage " + sent.get().stage() + " was sent on " + Dates.text(sent.get().sentOn())
                    + ", and a correction would undo it. Note the mistake with Case event and tell the complainant; if another procedure applies, record a new complaint.");
        }
        if (now.get("stageDone") instanceof Number done && done.intValue() > 0) {
            throw new CourseStays("caseReference", "stage " + complaint.stage() + " was asked for because stage " + done + " was not answered in time; that stands (CHD-35).");
        }
    }

    private Course taken(Map<String, @Nullable Object> now) {
        boolean straight = Boolean.TRUE.equals(now.get("straightToStage2"));
        return new Course(String.valueOf(now.get("subject")), Boolean.TRUE.equals(now.get("voluntaryStatutory")),
                straight ? LocalDate.parse(String.valueOf(now.get("requestedOn"))) : null);
    }

    private static Course right(Asked asked, Course taken) {
        return asked.mistake().equals("subject") ? new Course(Objects.requireNonNull(asked.subject()), asked.byChoice(), asked.straightOn())
                : new Course(taken.subject(), taken.byChoice(), asked.straightOn());
    }

    private Goal goal(CaseSummary complaint, Execution waiting, Map<String, @Nullable Object> now, Course right) {
        var definition = BeganWith.of(now, runtime.createProcessInstanceQuery().processInstanceId(waiting.getProcessInstanceId()).singleResult().getProcessDefinitionId());
        var facts = new HashMap<>(now);
        facts.put("subject", right.subject());
        facts.put("voluntaryStatutory", right.byChoice());
        facts.put("straightToStage2", right.straightOn() != null);
        facts.put("requestedOn", right.straightOn() == null ? now.get("requestedOn") : right.straightOn().toString());
        facts.put("stageDone", 0);
        // a case that began with an earlier version has its procedures, by council, in the table itself
        if (tables.has("kind-of-complaint", definition)) {
            var kind = String.valueOf(tables.rows("kind-of-complaint", definition, facts).get(0).get("complaintKind"));
            facts.put("complaintKind", kind);
            facts.put("ownProcedure", ownProcedure.of(complaint.council(), kind, String.valueOf(facts.get("receivedAt"))));
        }
        facts.put("procedure", tables.rows("procedure", definition, facts).get(0).get("procedure"));
        var stage = (Number) tables.rows("next-stage", definition, facts).get(0).get("stageNumber");
        facts.put("stageNumber", stage.intValue());
        facts.put("startedOn", startedOn(complaint, facts));
        return new Goal(String.valueOf(facts.get("procedure")), stage.intValue(),
                deadlines.foresee(complaint.reference(), RESPONSE, definition, facts).map(DeadlineView::dueOn), definition, facts);
    }

    /** A day that moves later, a miss that would look met, or a day that nobody can know yet: a second person. */
    private Confirmation confirmation(CaseSummary complaint, Goal goal) {
        var before = deadlines.open(complaint.reference(), RESPONSE);
        var changes = new ArrayList<String>();
        changes.add("The complaint is assessed again; stage " + complaint.stage() + " stops.");
        if (!goal.procedure().equals(complaint.procedure())) {
            changes.add("The procedure is " + words(goal.procedure()) + " instead of " + words(complaint.procedure()) + ".");
        }
        changes.add(Confirmation.moves("Response of stage " + goal.stage(), before.map(DeadlineView::dueOn).orElse(null),
                before.filter(DeadlineView::overdue).isPresent(), goal.responseDue().orElse(null)));
        boolean gains = before.isPresent() && goal.responseDue().map(day -> day.isAfter(before.get().dueOn())).orElse(true);
        return new Confirmation(gains ? Confirmation.By.SECOND : Confirmation.By.ASKER, changes);
    }

    /** Where an interest is still to be decided or an advocate to come, nobody knows the day yet (CHD-20, CHD-31). */
    private static @Nullable String startedOn(CaseSummary complaint, Map<String, @Nullable Object> facts) {
        var start = complaint.start();
        boolean statutory = "statutory".equals(facts.get("procedure"));
        boolean awaited = start.advocateAsked() != null && start.advocateAppointed() == null;
        boolean undecided = "other-person".equals(complaint.complainantRole()) && start.sufficientInterest() == null;
        return statutory && (awaited || undecided) ? null : start.startsOn().toString();
    }

    private static String words(@Nullable Object slug) {
        return String.valueOf(slug).replace('-', ' ');
    }

    /** Whether the assessment has to choose a course that was put right. */
    static Optional<Course> remembered(java.util.function.Function<String, Optional<Object>> variables) {
        return variables.apply("rightSubject").map(subject -> new Course(subject.toString(), Boolean.TRUE.equals(variables.apply("rightByChoice").orElse(false)),
                variables.apply("rightStraightOn").map(day -> LocalDate.parse(day.toString())).orElse(null)));
    }
}
