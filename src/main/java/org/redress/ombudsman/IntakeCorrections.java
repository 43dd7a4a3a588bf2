package org.redress.ombudsman;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.Fact;
import org.redress.confirmation.Confirmation;
import org.redress.course.CourseStays;
import org.redress.course.WayBack;
import org.redress.deadline.CalledProcesses;
import org.redress.deadline.Deadlines;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Puts a wrong intake right: back to the tests of jurisdiction or to the decision on intake as long as nobody was told of it; what was
 * answered stays readable. What the complaint is about can be put right by itself until the decision is issued (LGS-02, LGS-04, LGS-17).
 */
@Component
class IntakeCorrections implements WayBack {
    private static final Set<String> MISTAKES = Set.of("tests", "intake-decision", "category");

    /** The messages of the three ways back, from where the case stands. */
    private static final String FORWARDED = "IntakeCorrected";
    private static final String UNSENT = "IntakeDecisionCorrected";
    private static final String UNDECIDED = "AssessmentCorrected";

    private static final String PUT_RIGHT = "the intake was put right";
    private static final String CATEGORY = "category";

    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final CalledProcesses called;
    private final RuntimeService runtime;

    // lazily: it is the engine's service, and the engine needs the forms that put a course right
    IntakeCorrections(CaseFiles cases, Deadlines deadlines, CalledProcesses called, @Lazy RuntimeService runtime) {
        this.cases = cases;
        this.deadlines = deadlines;
        this.called = called;
        this.runtime = runtime;
    }

    @Override
    public boolean leads(CaseSummary complaint) {
        return complaint.ombudsmans();
    }

    @Override
    public Plan plan(Asked asked) throws CourseStays {
        if (!MISTAKES.contains(asked.mistake())) {
            throw new CourseStays("mistake", "that can be wrong in a council’s case only.");
        }
        var complaint = cases.get(asked.reference());
        if (complaint.status() != CaseStatus.OPEN) {
            throw new CourseStays("caseReference", "the case is " + complaint.status().text().toLowerCase(Locale.ROOT) + " since " + Dates.text(complaint.statusSince()) + "."
                    + (complaint.status().over() ? " Use Ombudsman taking-up if it ended by mistake." : " A decision is reviewed, with Event in an Ombudsman case (LGS-22)."));
        }
        if (waiting(asked.reference(), "ComplaintEnded").isEmpty()) {
            throw new CourseStays("caseReference", "the case has ended; its statement of reasons is to be issued (LGA-18).");
        }
        var way = way(asked);
        if (way.isPresent()) {
            return new Plan(Confirmation.none(), (on, who) -> goBack(asked, way.get(), on));
        }
        var chosen = category(asked);
        return new Plan(Confirmation.none(), (on, who) -> putFileRight(asked, chosen, on, who));
    }

    /** The message that leads back; none where the file alone is put right. */
    private Optional<String> way(Asked asked) throws CourseStays {
        var reference = asked.reference();
        if (waiting(reference, UNDECIDED).isPresent()) {
            if (asked.mistake().equals("tests")) {
                return Optional.of(UNDECIDED);
            }
            throw new CourseStays("mistake", "nothing has been decided yet; decide rightly in Decide on intake.");
        }
        if (waiting(reference, UNSENT).isPresent()) {
            return Optional.of(UNSENT);
        }
        if (waiting(reference, FORWARDED).filter(this::untold).isPresent()) {
            return Optional.of(FORWARDED);
        }
        if (asked.mistake().equals(CATEGORY)) {
            return Optional.empty();
        }
        if (waiting(reference, "EnquiryAnswered").isPresent() && waiting(reference, FORWARDED).isEmpty()) {
            throw new CourseStays("mistake", "the council has been asked; put it right when its reply is there, before you decide on it.");
        }
        throw new CourseStays("caseReference", cases.lastLetter(reference, "notice")
                .map(notice -> "the council was notified on " + Dates.text(notice.sentOn()) + ", and a correction would undo that. Leave an issue out or discontinue with Event in an Ombudsman case;"
                        + " what the complaint is about can still be put right.")
                .orElse(waiting(reference, FORWARDED).isEmpty() && cases.lastAnswer(reference, "decide-intake", "intake").isPresent()
                        ? "a draft is being written, and its findings would be undone; change the draft." : "nothing has been decided yet; answer rightly in Assess jurisdiction."));
    }

    /** Whether the council has not been notified yet by the investigation that would stop. */
    private boolean untold(Execution forwarded) {
        return called.of(forwarded.getProcessInstanceId()).noneMatch(instance -> runtime.getVariable(instance, "noticeSentOn") != null);
    }

    private Fact category(Asked asked) throws CourseStays {
        var chosen = cases.facts(asked.reference()).stream().filter(fact -> fact.form().equals("decide-intake") && fact.field().equals(CATEGORY))
                .reduce((earlier, later) -> later).orElseThrow(() -> new CourseStays("mistake", "nothing has been decided yet; choose rightly in Decide on intake."));
        if (chosen.value().equals(asked.category())) {
            throw new CourseStays("rightCategory", "that is what was chosen; say what is right.");
        }
        return chosen;
    }

    private void goBack(Asked asked, String way, LocalDate on) {
        var reference = asked.reference();
        boolean tests = asked.mistake().equals("tests");
        waiting(reference, FORWARDED).ifPresent(forwarded -> deadlines.cancelCalled(forwarded.getProcessInstanceId(), PUT_RIGHT, on));
        cases.record(reference, on, CaseFiles.PRODUCT, "Intake put right: " + (tests ? "jurisdiction is assessed again" : "it is decided again"),
                "What was answered before stays readable.", List.of());
        runtime.messageEventReceived(way, waiting(reference, way).orElseThrow().getId(), Map.of("intakeAgain", tests ? "assessment" : "decision"));
    }

    private void putFileRight(Asked asked, Fact chosen, LocalDate on, String who) {
        var right = Objects.requireNonNull(asked.category());
        var words = cases.lastAnswer(asked.reference(), "course-correction", "rightCategory").orElse(right);
        cases.putRight(asked.reference(), chosen.id(), right, words, who);
        cases.record(asked.reference(), on, CaseFiles.PRODUCT, "Intake put right: it is about " + words, "It was about " + chosen.content() + ".", List.of());
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(asked.reference()).list().stream().map(ProcessInstance::getId)
                .filter(instance -> known(instance, CATEGORY) != null).forEach(instance -> runtime.setVariable(instance, CATEGORY, right));
    }

    private @Nullable Object known(String instance, String variable) {
        return runtime.getVariable(instance, variable);
    }

    private Optional<Execution> waiting(String reference, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(message).list().stream().findFirst();
    }
}
