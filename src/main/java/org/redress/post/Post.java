package org.redress.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.casefile.Matter;
import org.redress.casefile.Part;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.casefile.Registration;
import org.redress.deadline.Deadlines;
import org.redress.engine.Inside;
import org.redress.gate.OpenWork;
import org.redress.gate.RestrictedWork;
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
    private static final String PLACING = "place-letter";
    /** The message that has somebody of the council place a letter. */
    private static final String TO_PLACE = "LetterToPlace";
    /** What waits for a confirmation and then changes what a letter asked for, or its days. */
    private static final Set<String> CHANGING_LETTERS = Set.of("ombudsman-letter", "correction");
    private static final Set<String> OF_LETTERS = Set.of(LIAISON, ACTION, EXPLANATION, PLACING);
    /** The form with which a link officer types a letter. */
    private static final String BY_HAND = "ombudsman-letter";
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
    private static final Set<String> DECISIONS = Set.of("decision", "report");
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final CaseFiles cases;
    private final Parties parties;
    private final AgreedActions actions;
    private final Deadlines deadlines;
    private final Belonging belonging;
    private final OpenWork work;
    private final RestrictedWork apart;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final TaskService tasks;
    private final HistoryService history;
    private final Clock clock;

    // lazily: these are the engine's services, and the engine needs the features that send letters
    Post(CaseFiles cases, Parties parties, AgreedActions actions, Deadlines deadlines, Belonging belonging, OpenWork work, RestrictedWork apart,
            @Lazy RuntimeService runtime, @Lazy RepositoryService repository, @Lazy HistoryService history, @Lazy TaskService tasks, Clock clock) {
        this.cases = cases;
        this.parties = parties;
        this.actions = actions;
        this.deadlines = deadlines;
        this.belonging = belonging;
        this.work = work;
        this.apart = apart;
        this.runtime = runtime;
        this.repository = repository;
        this.tasks = tasks;
        this.history = history;
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
        var council = linked(own).map(CaseSummary::reference).orElseGet(() -> first(own, letter));
        goOn(council, kind);
        cases.receive(council, letter.receivedOn(LocalDate.now(clock)), ombudsmanReference);
        tell(council, "Letter from the Ombudsman: " + words(kind));
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
        cases.lastLetter(councilReference, kind).ifPresent(letter -> {
            cases.receive(own.counterpartReference(), letter.receivedOn(LocalDate.now(clock)), councilReference);
            tell(own.counterpartReference(), "Letter from the council: " + words(kind));
        });
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
        return cases.linked(String.valueOf(own.counterpart()), own.council(), own.reference());
    }

    /** Where the first letter goes: into the case to which it certainly belongs, or into a file of its own, which is placed if there may be a case for it. */
    private String first(CaseSummary own, LetterView letter) {
        var matter = matter(own, letter.ofTheComplaint());
        var likely = belonging.likely(matter);
        var certain = belonging.certain(likely);
        if (certain.isPresent()) {
            cases.link(certain.get(), own.council(), own.reference());
            return certain.get();
        }
        var file = open(own, letter);
        if (matter.names() || !likely.isEmpty()) {
            place(file);
        }
        return file;
    }

    /** Has somebody of the council say where the letters in a file of its own belong (LGS-09). */
    public void place(String file) {
        var council = cases.get(file);
        var today = LocalDate.now(clock).toString();
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(PLACING).latestVersion().singleResult().getId();
        unrestricted(() -> runtime.createMessageCorrelation(TO_PLACE).processDefinitionId(definition).processInstanceBusinessKey(file)
                .setVariable("council", council.council()).setVariable("caseReference", file).setVariable("procedure", "liaison")
                .setVariable("letterCameOn", today).setVariable("receivedAt", ISO.format(council.receivedAt())).correlateStartMessage());
    }

    /** What the letters in a council's file say of the matter that they are about: as the Ombudsman wrote them, or as the link officer typed them. */
    public Matter matter(String file) {
        var council = cases.get(file);
        return Optional.ofNullable(council.counterpart()).flatMap(ombudsman -> cases.find(ombudsman, String.valueOf(council.counterpartReference())))
                .map(own -> matter(own, council.complainedOf()))
                .orElseGet(() -> new Matter(council.council(), names(file, PartyView::complains), names(file, person -> person.part().speaks()), council.receivedAt().toLocalDate(),
                        council.complainedOf(), null, null, council.counterpartReference()));
    }

    private Matter matter(CaseSummary own, String about) {
        return new Matter(String.valueOf(own.counterpart()), names(own.reference(), PartyView::complains),
                names(own.reference(), person -> person.present() && person.part().speaks()), own.receivedAt().toLocalDate(), about, own.counterpartReference(), own.council(), own.reference());
    }

    private List<String> names(String reference, Predicate<PartyView> which) {
        return parties.of(reference).stream().filter(which).map(PartyView::label).toList();
    }

    /**
     * Letters of an Ombudsman's matter go from one file of a council into another, with what they ask for: its tasks, their days, the actions that
     * were agreed, and what was missed of it (LGS-09).
     *
     * @return how many letters there were
     */
    public int move(String from, String to) {
        var matter = cases.get(from);
        var right = cases.get(to);
        var letters = cases.moveLetters(from, to, String.valueOf(matter.counterpartReference()));
        cases.link(to, matter.counterpart(), matter.counterpartReference());
        cases.link(from, null, null);
        if (letters.isEmpty()) {
            return 0;
        }
        if (letters.stream().anyMatch(letter -> DECISIONS.contains(letter.kind()))) {
            actions.move(from, to);
        }
        unrestricted(() -> {
            var since = letters.stream().map(LetterView::sentOn).min(LocalDate::compareTo).orElseThrow();
            var running = Stream.concat(instances(from, LIAISON).stream(), actions(from).stream()).toList();
            // by what their deadlines say: a process that is over keeps the number of the case in which it ended
            var done = deadlines.processes(from).stream().filter(instance -> !running.contains(instance)).filter(this::ofLetters).toList();
            var explained = deadlines.explained(from, Stream.concat(running.stream(), done.stream()).toList());
            deadlines.move(from, to, running, done, since);
            Stream.concat(running.stream(), instances(from, EXPLANATION).stream().filter(explained::contains)).forEach(instance -> follow(instance, right));
            return null;
        });
        // whoever one of the two cases is about, or is not named in its restriction, is shown what is theirs to see and no more
        apart.join(to);
        return letters.size();
    }

    /** Whether a process did what a letter of the Ombudsman asked; an action that was promised is called by another. */
    private boolean ofLetters(String instance) {
        var process = history.createHistoricProcessInstanceQuery().processInstanceId(instance).singleResult();
        if (process == null) {
            return false;
        }
        return process.getProcessDefinitionKey().equals(LIAISON)
                || process.getProcessDefinitionKey().equals(ACTION) && process.getSuperProcessInstanceId() != null && ofLetters(process.getSuperProcessInstanceId());
    }

    private void follow(String instance, CaseSummary right) {
        var execution = Objects.requireNonNull(Inside.now().execution(instance));
        execution.setProcessBusinessKey(right.reference());
        execution.setVariable("caseReference", right.reference());
        if (execution.hasVariable("receivedOn")) {
            execution.setVariable("receivedOn", right.receivedAt().toLocalDate().toString());
        }
        if (execution.hasVariable("receivedAt")) {
            execution.setVariable("receivedAt", ISO.format(right.receivedAt()));
        }
        work.moveToCase(instance, right.reference());
    }

    /**
     * A file of their own for letters that lie in a case to which they do not belong.
     *
     * @return its reference
     */
    public String openAgain(String wrong) {
        var council = cases.get(wrong);
        var theirs = String.valueOf(council.counterpartReference());
        var letters = cases.lettersOf(wrong, theirs);
        var first = letters.get(0);
        var cameOn = letters.stream().map(letter -> Objects.requireNonNullElse(letter.receivedOn(), letter.sentOn())).min(LocalDate::compareTo).orElseThrow();
        var own = Optional.ofNullable(council.counterpart()).flatMap(ombudsman -> cases.find(ombudsman, theirs));
        return cases.open(new Registration(council.council(), cameOn.atTime(OFFICE_OPENS), "ombudsman", own.map(CaseSummary::complainantRole).orElse("complainant"),
                own.map(this::people).orElseGet(() -> List.of(new Registration.Person(cases.lastAnswer(wrong, BY_HAND, "complainant").orElse("Unknown"), "complainant"))),
                first.ofTheComplaint(), null));
    }

    /** What else than the Ombudsman's letters runs in a case, but for these; in the words of its model. */
    public Optional<String> waitsFor(String reference) {
        return running(reference, process -> !OF_LETTERS.contains(process));
    }

    /** What runs in a case and may change what a letter of the Ombudsman asked for, or its days; in the words of its model. */
    public Optional<String> changes(String reference) {
        return running(reference, CHANGING_LETTERS::contains);
    }

    /** Whether somebody is saying where the letters in a file of its own belong, or what they said waits for a second person. */
    public boolean beingPlaced(String file) {
        return running(file, PLACING::equals).isPresent();
    }

    private Optional<String> running(String reference, Predicate<String> process) {
        return unrestricted(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(instance -> repository.getProcessDefinition(instance.getProcessDefinitionId()))
                .filter(definition -> process.test(definition.getKey())).map(ProcessDefinition::getName).findFirst());
    }

    private List<Registration.Person> people(CaseSummary own) {
        return parties.complaining(own.reference()).stream().map(person -> new Registration.Person(person.label(),
                person.part() == Part.COMPLAINANT ? person.role() : person.part().words())).toList();
    }

    /** A complaint that the council has not recorded is recorded when the Ombudsman's first letter comes. */
    private String open(CaseSummary own, LetterView letter) {
        var reference = cases.open(new Registration(String.valueOf(own.counterpart()), LocalDate.now(clock).atTime(OFFICE_OPENS), "ombudsman",
                own.complainantRole(), people(own), letter.ofTheComplaint(), null));
        cases.link(reference, own.council(), own.reference());
        cases.become(reference, CaseStatus.WITH_OMBUDSMAN, null, LocalDate.now(clock));
        return reference;
    }

    private void tell(String reference, String what) {
        cases.record(reference, LocalDate.now(clock), CaseFiles.PRODUCT, what, null, List.of());
    }

    /** The sender may neither see nor touch the other side's processes; the letter may. */
    private static <T> T unrestricted(Supplier<T> work) {
        return Inside.now().unrestricted(work);
    }

    private static String words(String kind) {
        return kind.replace('-', ' ');
    }
}
