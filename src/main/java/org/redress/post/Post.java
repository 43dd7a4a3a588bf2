package org.redress.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.casefile.Part;
import org.redress.casefile.Parties;
import org.redress.casefile.Reference;
import org.redress.casefile.Registration;
import org.redress.deadline.Deadlines;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Carries letters between an Ombudsman's case and a council's, in the sender's transaction. */
@Component
public class Post {
    /** The message by which comments on a draft are considered that were recorded after the course had gone on (LGS-12). */
    public static final String COMMENTS_ADDED = "CommentsAdded";

    /** The message that starts what a letter of the Ombudsman asks of a council. */
    private static final String DELIVERED = "OmbudsmanLetterDelivered";
    private static final String LIAISON = "ombudsman-liaison";
    private static final String ACTION = "agreed-action";
    private static final String EXPLANATION = "missed-deadline";
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final CaseFiles cases;
    private final Parties parties;
    private final Deadlines deadlines;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final Clock clock;

    // lazily: these are the engine's services, and the engine needs the features that send letters
    Post(CaseFiles cases, Parties parties, Deadlines deadlines, @Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy TaskService tasks,
            Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The council's case that belongs to an Ombudsman's, if the council works in the product. */
    public Optional<String> councilCase(String ombudsmanReference) {
        var own = cases.get(ombudsmanReference);
        return own.counterpart() == null ? Optional.empty() : linked(own).map(CaseSummary::reference);
    }

    /**
     * Puts a copy of the newest letter of a kind into the council's case, if the council works in the product.
     *
     * @return the council's case
     */
    public Optional<String> toCouncil(String ombudsmanReference, String kind) {
        var own = cases.get(ombudsmanReference);
        if (own.counterpart() == null) {
            return Optional.empty();
        }
        var letter = cases.lastLetter(ombudsmanReference, kind).orElseThrow();
        var council = linked(own).map(CaseSummary::reference).orElseGet(() -> open(own, letter));
        goOn(council, kind);
        keep(council, letter, "Letter from the Ombudsman: " + words(kind));
        return Optional.of(council);
    }

    /** The Ombudsman has taken the case up again: a file that was opened for its letters is with the Ombudsman again (LGA-02). */
    private void goOn(String council, String kind) {
        var file = cases.get(council);
        if (kind.equals("notice") && file.channel().equals("ombudsman") && file.status().over()) {
            cases.takeUp(council, CaseStatus.WITH_OMBUDSMAN, "the Ombudsman goes on", LocalDate.now(clock));
        }
    }

    /** Starts what a letter of the Ombudsman asks of a council, wherever the letter came from. */
    public void begin(String councilReference, Map<String, @Nullable Object> facts) {
        var council = cases.get(councilReference);
        var variables = new HashMap<String, Object>();
        variables.put("council", council.council());
        variables.put("caseReference", councilReference);
        variables.put("procedure", "liaison");
        variables.put("receivedOn", council.receivedAt().toLocalDate().toString());
        variables.put("receivedAt", ISO.format(council.receivedAt()));
        facts.forEach(variables::put);
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(LIAISON).latestVersion().singleResult().getId();
        unrestricted(() -> runtime.createMessageCorrelation(DELIVERED).processDefinitionId(definition)
                .processInstanceBusinessKey(councilReference).setVariables(variables).correlateStartMessage());
    }

    /** Whether a process of a case waits for a message. */
    public boolean awaits(String reference, String message, Map.@Nullable Entry<String, Integer> item) {
        return unrestricted(() -> waiting(reference, message, item).isPresent());
    }

    /** What the Ombudsman's letters asked of the council and is not done, a line each; what has no day of its own too, such as an action that is still to be worded. */
    public List<String> asked(String councilReference) {
        return unrestricted(() -> Stream.concat(instances(councilReference, LIAISON).stream(), actions(councilReference).stream()).flatMap(instance -> {
            var owed = deadlines.owedBy(instance);
            return owed.isEmpty() ? open(instance) : owed.stream();
        }).toList());
    }

    private Stream<String> open(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).orderByTaskCreateTime().asc().list().stream()
                .map(task -> tasks.getVariable(task.getId(), "actionNumber") instanceof Integer number ? task.getName() + " " + number : task.getName());
    }

    /** What a message would interrupt and is owed, a line each. */
    public List<String> wouldEnd(String reference, String message) {
        return unrestricted(() -> waitingFor(reference, message).stream().flatMap(instance -> deadlines.owedByCalled(instance).stream()).toList());
    }

    private List<String> actions(String councilReference) {
        return instances(councilReference, ACTION).stream().filter(action -> !"promise".equals(runtime.getVariable(action, "procedure"))).toList();
    }

    private List<String> waitingFor(String reference, String message) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(message).list().stream().map(Execution::getProcessInstanceId)
                .distinct().toList();
    }

    /** What the Ombudsman's letters asked of the council is not owed any more; what the council owes by its own procedure stays. */
    public void endWhatWasAsked(String councilReference, String because, LocalDate on) {
        unrestricted(() -> {
            var asked = instances(councilReference, LIAISON);
            var theirs = Stream.concat(asked.stream(), actions(councilReference).stream()).toList();
            var owed = deadlines.cancelOf(theirs, because, on);
            asked.forEach(instance -> runtime.deleteProcessInstance(instance, because));
            instances(councilReference, EXPLANATION).stream().filter(instance -> owed.contains(String.valueOf(runtime.getVariable(instance, "missedDeadline"))))
                    .forEach(instance -> runtime.deleteProcessInstance(instance, because));
            return null;
        });
    }

    /** What a message will interrupt ends on the day of what happened, whenever that is recorded. */
    public void endBefore(String reference, String message, String because, LocalDate on) {
        unrestricted(() -> {
            waitingFor(reference, message).forEach(instance -> deadlines.cancelCalled(instance, because, on));
            return null;
        });
    }

    private List<String> instances(String reference, String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).processInstanceBusinessKey(reference).list().stream()
                .map(ProcessInstance::getId).toList();
    }

    /** The Ombudsman has decided without asking anything of a council: nothing is owed, and a file that was opened for its letters is over. */
    public void end(String councilReference, CaseStatus as, String because, LocalDate on) {
        endWhatWasAsked(councilReference, because, on);
        if (cases.get(councilReference).status() == CaseStatus.WITH_OMBUDSMAN) {
            cases.become(councilReference, as, because, on);
        }
    }

    /** The Ombudsman has done with a council's case: nothing is owed, a file that was opened for its letters is over, another complaint may name any other. */
    public void close(String councilReference, CaseStatus as, String because, LocalDate on) {
        endWhatWasAsked(councilReference, because, on);
        if (cases.get(councilReference).status() == CaseStatus.WITH_OMBUDSMAN) {
            cases.become(councilReference, as, because, on);
        } else {
            cases.link(councilReference, null, null);
        }
    }

    /**
     * Delivers the newest letter of a kind to the Ombudsman, if the case came from one that works in the product.
     *
     * @return the Ombudsman's case
     */
    public Optional<String> toOmbudsman(String councilReference, String kind) {
        var own = cases.get(councilReference);
        if (own.counterpart() == null || own.counterpartReference() == null) {
            return Optional.empty();
        }
        cases.lastLetter(councilReference, kind).ifPresent(letter -> keep(own.counterpartReference(), letter, "Letter from the council: " + words(kind)));
        return Optional.of(own.counterpartReference());
    }

    /**
     * Tells the process of a case that waits for a message; one that does not wait any more is not told, its file has the letter.
     *
     * @param item tells several waiting processes apart: the variable and its value
     */
    public void tell(String reference, String message, Map.@Nullable Entry<String, Integer> item, Map<String, Object> facts) {
        unrestricted(() -> {
            waiting(reference, message, item).ifPresent(execution -> runtime.messageEventReceived(message, execution, facts));
            return null;
        });
    }

    private Optional<String> waiting(String reference, String message, Map.@Nullable Entry<String, Integer> item) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(reference).messageEventSubscriptionName(message).list().stream()
                .map(Execution::getId)
                .filter(execution -> item == null || item.getValue().equals(runtime.getVariable(execution, item.getKey())))
                .findFirst();
    }

    private Optional<CaseSummary> linked(CaseSummary own) {
        return cases.linked(String.valueOf(own.counterpart()), own.council(), own.reference()).or(() -> named(own));
    }

    /** The council's case that the complainant's papers name, from now on linked; one of another council, or of another complaint to an Ombudsman, is none. */
    private Optional<CaseSummary> named(CaseSummary own) {
        return Optional.ofNullable(own.counterpartReference()).flatMap(written -> cases.find(String.valueOf(own.counterpart()), written))
                .filter(found -> found.counterpart() == null && belongs(found, own) || decided(found))
                .map(found -> {
                    cases.link(found.reference(), own.council(), own.reference());
                    return cases.get(found.reference());
                });
    }

    /** Nothing more is done on the complaint to which a council's case belonged: another complaint may name it. */
    private boolean decided(CaseSummary found) {
        return found.counterpart() != null && found.counterpartReference() != null
                && cases.find(found.counterpart(), found.counterpartReference()).filter(other -> other.ombudsmans() && other.status().over()).isPresent();
    }

    private static boolean belongs(CaseSummary found, CaseSummary own) {
        return found.counterpartReference() == null || Reference.read(own.reference()).same(found.counterpartReference());
    }

    /** A complaint that the council has not recorded is recorded when the Ombudsman's first letter comes. */
    private String open(CaseSummary own, LetterView letter) {
        var people = parties.complaining(own.reference()).stream().map(person -> new Registration.Person(person.label(),
                person.part() == Part.COMPLAINANT ? person.role() : person.part().words())).toList();
        var reference = cases.open(new Registration(String.valueOf(own.counterpart()), LocalDate.now(clock).atTime(9, 0), "ombudsman",
                own.complainantRole(), people, letter.ofTheComplaint(), null));
        cases.link(reference, own.council(), own.reference());
        cases.become(reference, CaseStatus.WITH_OMBUDSMAN, null, LocalDate.now(clock));
        return reference;
    }

    private void keep(String reference, LetterView letter, String what) {
        var today = LocalDate.now(clock);
        cases.send(reference, letter.receivedOn(today));
        cases.record(reference, today, CaseFiles.PRODUCT, what, null, List.of());
    }

    /** The sender may neither see nor touch the other side's processes; the letter may. */
    private static <T> T unrestricted(Supplier<T> work) {
        var context = Context.getCommandContext();
        boolean checked = context.isTenantCheckEnabled();
        context.disableTenantCheck();
        try {
            return context.runWithoutAuthorization(work::get);
        } finally {
            if (checked) {
                context.enableTenantCheck();
            }
        }
    }

    private static String words(String kind) {
        return kind.replace('-', ' ');
    }
}
