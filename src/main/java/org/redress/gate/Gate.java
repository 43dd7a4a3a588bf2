package org.redress.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.redress.calendar.YearNotCovered;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseIsOver;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.Dates;
import org.redress.casefile.DutyDone;
import org.redress.casefile.Happening;
import org.redress.casefile.Submissions;
import org.redress.database.Competition;
import org.redress.decision.TableRefused;
import org.redress.engine.BeganWith;
import org.redress.engine.Conditions;
import org.redress.engine.DeployedForm;
import org.redress.engine.DeployedProcess;
import org.redress.engine.Inside;
import org.redress.engine.Person;
import org.redress.engine.TaskGate;
import org.redress.engine.Tasks;
import org.redress.gate.Field.NotAnAnswer;
import org.redress.identity.Authority;
import org.redress.identity.RestrictedCases;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets an answer in, or nothing: checks it against the deployed form, asks the feature that owns the form, keeps it in the case
 * file, and only then lets the engine go on, all in one transaction (CORP-16, DAT-01).
 */
@Component
class Gate implements TaskGate {
    /** How much of what was sent is repeated in a refusal. */
    private static final int MOST_KEYS = 10;
    private static final int LONGEST_KEY = 60;
    private static final String NOT_ASKED = "is not asked here";

    /** What tells several tasks of one name in a case apart. */
    static final List<String> NUMBERED = List.of("issueNumber", "actionNumber", "commentNumber", "personNumber");

    /** The key of the field of a start form that says for which council it is. */
    private static final String FOR_COUNCIL = "forCouncil";

    private static final String LONG_PAST = "longPast";

    /** What the gate lets through at this moment on this thread; the engine's own listeners ask for it. */
    private final ThreadLocal<@Nullable String> admitted = new ThreadLocal<>();

    private final CaseFiles cases;
    private final OneSubmission once;
    private final Authority authority;
    private final Assignment assignment;
    private final Clock clock;
    private final OrderOfDays order;
    private final ObjectProvider<SubmissionHandler> handlers;
    private final ObjectProvider<SubmissionListener> listeners;
    private final ObjectProvider<StepWatch> watches;
    private final ObjectProvider<OptionsOfRecord> ofRecord;
    private final TextsOfRecord texts;
    private final TakingOver takingOver;
    private final ObjectProvider<SendsFirst> sending;
    private final Conditions conditions = new Conditions();

    Gate(CaseFiles cases, OneSubmission once, Authority authority, Assignment assignment, Clock clock, OrderOfDays order, ListableBeanFactory features,
            TextsOfRecord texts, TakingOver takingOver, ObjectProvider<SendsFirst> sending) {
        this.cases = cases;
        this.once = once;
        this.authority = authority;
        this.assignment = assignment;
        this.clock = clock;
        this.order = order;
        // Spring keeps which beans these are, and would look for what is injected into a constructor each time that it is asked for
        this.handlers = features.getBeanProvider(SubmissionHandler.class);
        this.listeners = features.getBeanProvider(SubmissionListener.class);
        this.watches = features.getBeanProvider(StepWatch.class);
        this.ofRecord = features.getBeanProvider(OptionsOfRecord.class);
        this.texts = texts;
        this.takingOver = takingOver;
        this.sending = sending;
    }

    /** Whether what runs on this thread follows from answers that the gate let in. */
    boolean admitsSomething() {
        return admitted.get() != null;
    }

    boolean admits(String what) {
        return what.equals(admitted.get());
    }

    /**
     * Does something with a task. Of two people at the same moment the second is told so, whatever the engine came upon: it reads a task,
     * its execution and its variables one after the other, and what a colleague completes meanwhile is missing from one of them.
     *
     * @throws AuthorizationException with one sentence when the task has gone meanwhile
     */
    @Override
    public <T extends @Nullable Object> T withTask(Runs engine, @Nullable String taskId, Function<Inside, T> work) {
        return AnswersRefused.unpacked(() -> {
            try {
                return engine.run(work);
            } catch (AuthorizationException e) {
                throw e;
            } catch (RuntimeException e) {
                boolean gone = taskId != null && !Competition.isCertain(e) && engine.run(inside -> inside.isGone(taskId));
                throw gone ? noSuchTask() : e;
            }
        });
    }

    @Override
    public <T extends @Nullable Object> T starting(Supplier<T> attempt) {
        return AnswersRefused.unpacked(() -> OneSubmission.alone(attempt));
    }

    /** Completes a task with answers; where they ask the product to send a letter, that comes first, and the task stays open until it has. */
    @Override
    public VariableMap completing(Runs engine, String taskId, @Nullable Map<String, Object> given, boolean returnVariables, boolean deserialize) {
        var who = given == null ? null : Sent.plain(given).get(SendsFirst.WHO_SENDS);
        if (given == null || !given.containsKey(SendsFirst.WHO_SENDS)) {
            return withTask(engine, taskId, inside -> complete(inside, taskId, given, returnVariables, deserialize));
        }
        if (who == null || "".equals(who) || SendsFirst.BY_HAND.equals(who)) {
            // as ever: the form is answered as if it had not asked
            var answers = new HashMap<>(given);
            answers.remove(SendsFirst.WHO_SENDS);
            return withTask(engine, taskId, inside -> complete(inside, taskId, answers, returnVariables, deserialize));
        }
        var asked = withTask(engine, taskId, inside -> toBeSent(inside, taskId, given));
        sending.getObject().send(asked, answers -> withTask(engine, taskId, inside -> complete(inside, taskId, answers, false, false)));
        return Variables.createVariables();
    }

    /** A step whose answers ask for its letter to be sent, checked as far as the form goes. */
    private SendsFirst.Asked toBeSent(Inside inside, String taskId, Map<String, Object> given) {
        var person = person(inside);
        var task = task(inside, person, taskId);
        var form = form(inside, task);
        var reference = (String) task.getVariable("caseReference");
        var envelope = Envelope.open(given);
        return inside.unchecked(() -> {
            var answers = check(form, envelope.answers(), task::getVariable, choices(form, task::getVariable));
            var left = form.fields().stream().filter(field -> field.asks(SendsFirst.WHO_SENDS)).toList();
            var day = left.stream().filter(field -> field.kind() == Field.Kind.DATE).map(Field::key).findFirst();
            var channel = left.stream().filter(field -> field.kind() == Field.Kind.CHOICE).map(Field::key).findFirst();
            if (reference == null || day.isEmpty() || channel.isEmpty()) {
                throw new AnswersRefused(List.of("The form " + form.id() + " does not say which day is that of the letter, so Redress cannot send it."));
            }
            var others = new HashMap<String, Object>();
            envelope.answers().forEach((key, value) -> {
                if (value != null && !key.equals(SendsFirst.WHO_SENDS) && left.stream().noneMatch(field -> field.key().equals(key))) {
                    others.put(key, value);
                }
            });
            if (!envelope.confirmed().isEmpty()) {
                others.put(Envelope.CONFIRMED, String.join(",", envelope.confirmed()));
            }
            var by = answers.entrySet().stream().filter(answer -> answer.getKey().key().equals(SendsFirst.WHO_SENDS)).map(answer -> String.valueOf(answer.getValue())).findFirst().orElseThrow();
            return new SendsFirst.Asked(task.getId(), task.getProcessInstanceId(), form.id(), title(task), stage(task), reference, RestrictedCases.council(task.getTenantId()), person.id(), by, others,
                    day.get(), channel.get(), task.getVariable("personNumber") instanceof Number number ? number.intValue() : null);
        });
    }

    /** Completes a task with answers. */
    @Override
    public VariableMap complete(Inside inside, String taskId, @Nullable Map<String, Object> given, boolean returnVariables, boolean deserialize) {
        var person = person(inside);
        var task = task(inside, person, taskId);
        boolean unclaimed = task.getAssignee() == null;
        if (unclaimed) {
            task.setAssignee(person.id());
        } else if (!task.getAssignee().equals(person.id())) {
            throw new AnswersRefused(List.of("This task is claimed by " + task.getAssignee() + "; only they can complete it."));
        }
        var form = form(inside, task);
        var reference = (String) task.getVariable("caseReference");
        return inside.unchecked(() -> refusing(() -> {
            refuseWhilePaused(task, reference);
            var duty = Duties.of(task);
            int stage = stage(task);
            // what was given or claimed once is asked again: a role, an account or a service may be gone since
            authority.objection(person.id(), assignment.work(task)).ifPresent(why -> {
                throw new AnswersRefused(List.of(why));
            });
            var choices = choices(form, task::getVariable);
            var envelope = Envelope.open(given);
            var answers = check(form, envelope.answers(), task::getVariable, choices);
            var submission = new Submission(form, title(task), person.id(), RestrictedCases.council(task.getTenantId()), LocalDate.now(clock),
                    answers, task::getVariable, task.getProcessInstanceId(), BeganWith.of(task, task.getProcessDefinitionId()), reference, envelope.confirmed());
            accept(submission);
            keep(submission, form, answers, choices);
            tell(submission);
            if (duty != null) {
                cases.did(reference, new DutyDone(stage, duty, person.id(), LocalDate.now(clock)));
            }
            if (unclaimed) {
                // whoever had claimed it, or was given it, has had a part since then
                assignment.takesPart(task);
            }
            var variables = variables(submission, answers);
            variables.keySet().removeAll(notOffered(form, answers, task::getVariable, choices));
            if (Tasks.oneOfMany(task)) {
                // two colleagues who answer two issues at once must not write the same variable
                task.getExecution().setVariablesLocal(variables);
                variables = Map.of();
            }
            var sent = variables;
            return letThrough(task.getId(), () -> inside.submit(task, sent, returnVariables, deserialize));
        }));
    }

    /** Claims a task for the person who is signed in; the engine itself lets them claim for anybody, and take from anybody. */
    @Override
    public void claim(Inside inside, @Nullable String taskId, @Nullable String userId) {
        var person = person(inside);
        var task = task(inside, person, taskId);
        if (!person.id().equals(userId)) {
            throw new AnswersRefused(List.of("A task is claimed for oneself only."));
        }
        // whether the task is one for them was asked with it
        inside.unchecked(() -> {
            inside.claim(task.getId(), person.id());
            return null;
        });
    }

    /** Gives one's own task back, which needs no right to reassign tasks; tells whether it was one's own. */
    @Override
    public boolean giveBack(Inside inside, @Nullable String taskId) {
        var task = inside.task(taskId);
        if (task == null || task.getAssignee() == null || !task.getAssignee().equals(inside.user())) {
            return false;
        }
        task.setAssignee(null);
        Tasks.changed(task, UserOperationLogEntry.OPERATION_TYPE_ASSIGN);
        return true;
    }

    /** Gives a task to somebody who may do it, or back to its groups; the file says who did that, and when. */
    @Override
    public void assign(Inside inside, @Nullable String taskId, @Nullable String userId) {
        var person = inside.person();
        var task = inside.task(taskId);
        if (person != null && (task == null || !person.tenants().contains(task.getTenantId()))) {
            // the same answer for a task of another council and for none
            throw noSuchTask();
        }
        var before = task == null ? null : task.getAssignee();
        try {
            inside.assign(taskId, userId);
        } catch (AuthorizationException e) {
            throw taskId != null && inside.isGone(taskId) ? noSuchTask() : e;
        }
        if (person != null && task != null && !Objects.equals(before, userId)) {
            if (userId != null && !userId.equals(person.id())) {
                authority.objectionToGiving(userId, assignment.work(task)).ifPresent(why -> {
                    throw new AnswersRefused(List.of(why));
                });
            }
            assignment.moved(task, title(task), before, person.id());
        }
    }

    /**
     * The task, if it is for this person; one of another council is answered like one that does not exist. So is one that has gone since it was read a moment ago: a right is looked for
     * together with its task, so when a colleague completes the task between the two reads the right seems to be missing.
     */
    static DelegateTask task(Inside inside, Person person, @Nullable String taskId) {
        var task = inside.task(taskId);
        if (task == null || task.getTenantId() == null || !person.tenants().contains(task.getTenantId())) {
            throw noSuchTask();
        }
        try {
            inside.refuseUnlessTheirs(task);
        } catch (AuthorizationException e) {
            throw inside.isGone(task.getId()) ? noSuchTask() : new AuthorizationException("\"" + task.getName() + "\" is not a task of your groups.");
        }
        return task;
    }

    private static AuthorizationException noSuchTask() {
        return new AuthorizationException("There is no such task for you; it may have been completed by somebody else.");
    }

    /** Starts a process with the answers to its start form. */
    @Override
    public ProcessInstance start(Inside inside, String processDefinitionId, @Nullable Map<String, Object> given) {
        var process = inside.process(processDefinitionId);
        inside.refuseUnlessTheyStart(process);
        var person = person(inside);
        var form = startForm(inside, process);
        return inside.unchecked(() -> refusing(() -> {
            var envelope = Envelope.open(given);
            var council = council(person, form, envelope);
            var sent = new Submissions.Sent(council, person.id(), form.id(), envelope.digest());
            return once.madeBefore(inside, sent, envelope).orElseGet(() -> start(inside, process, form, envelope, sent));
        }));
    }

    private ProcessInstance start(Inside inside, DeployedProcess process, Form form, Envelope envelope, Submissions.Sent sent) {
        var choices = choices(form, name -> null);
        var answers = check(form, envelope.answers(), name -> null, choices);
        var submission = new Submission(form, process.nameOfStart(), sent.person(), sent.council(), LocalDate.now(clock), answers, name -> null, null, null,
                null, envelope.confirmed());
        var claim = once.claim(sent, envelope);
        once.askIfSentAgain(claim, submission);
        accept(submission);
        submission.set("council", sent.council());
        keep(submission, form, answers, choices);
        tell(submission);
        var reference = submission.caseReference().orElse(null);
        var started = letThrough(process.id(), () -> inside.submit(process, reference, variables(submission, answers)));
        claim.made(reference, started.getId(), process.id());
        return started;
    }

    private <T> T letThrough(String what, Supplier<T> step) {
        var before = admitted.get();
        admitted.set(what);
        try {
            return step.get();
        } finally {
            if (before == null) {
                admitted.remove();
            } else {
                admitted.set(before);
            }
        }
    }

    private void accept(Submission submission) {
        watches.forEach(watch -> watch.begins(submission));
        handlers.stream().filter(handler -> handler.form().equals(submission.form())).forEach(handler -> handler.accept(submission));
        order.look(submission);
        watches.forEach(watch -> watch.looks(submission));
        submission.settled();
    }

    /** What stops the work with a sentence for people, wherever it arises on the way to the next task, is a refusal to them. */
    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof CaseIsOver || cause instanceof CannotBeKept || cause instanceof YearNotCovered
                        || cause instanceof TableRefused) {
                    throw new AnswersRefused(List.of(Objects.requireNonNull(cause.getMessage())));
                }
            }
            throw e;
        }
    }

    private void tell(Submission submission) {
        listeners.orderedStream().forEach(listener -> listener.accepted(submission));
    }

    private Map<Field, Object> check(Form form, Map<String, @Nullable Object> sent, Function<String, @Nullable Object> process,
            Map<Field, Map<String, String>> choices) {
        refuseUnknownKeys(form, sent.keySet());
        var context = new HashMap<String, @Nullable Object>();
        form.fields().forEach(field -> context.put(field.key(), field.asked(sent.getOrDefault(field.key(), process.apply(field.key())))));
        var wrong = new LinkedHashMap<Field, String>();
        var answers = new LinkedHashMap<Field, Object>();
        for (var field : form.fields()) {
            try {
                answers.put(field, answer(field, sent.get(field.key()), context, process, choices.getOrDefault(field, Map.of())));
            } catch (NotAnAnswer e) {
                wrong.put(field, Objects.requireNonNull(e.getMessage()));
            }
        }
        // whether it is asked depends on what has to be put right first
        var first = Set.copyOf(wrong.keySet());
        wrong.entrySet().removeIf(fault -> fault.getValue().equals(NOT_ASKED) && first.stream().anyMatch(other -> fault.getKey().asks(other.key())));
        if (!wrong.isEmpty()) {
            throw AnswersRefused.of(wrong);
        }
        return answers;
    }

    private static void refuseUnknownKeys(Form form, Set<String> keys) {
        var known = form.fields().stream().map(Field::key).collect(Collectors.toSet());
        var unknown = keys.stream().filter(key -> !known.contains(key)).sorted().toList();
        if (!unknown.isEmpty()) {
            var some = unknown.stream().limit(MOST_KEYS).map(key -> key.substring(0, Math.min(key.length(), LONGEST_KEY))).toList();
            throw new AnswersRefused(List.of("The form " + form.id() + " does not ask for " + String.join(", ", some) + "."));
        }
    }

    private @Nullable Object answer(Field field, @Nullable Object value, Map<String, @Nullable Object> context,
            Function<String, @Nullable Object> process, Map<String, String> choices) throws NotAnAnswer {
        if (field.shows()) {
            // a text of the record may have gone on since the form was opened; nobody answers with it
            return null;
        }
        if (hidden(field, context, process)) {
            if (value != null && !"".equals(value) && !Boolean.FALSE.equals(value)) {
                throw new NotAnAnswer(NOT_ASKED);
            }
            return null;
        }
        return field.readonly() ? field.unchanged(value, process.apply(field.key())) : field.answer(value, choices, LocalDate.now(clock));
    }

    private boolean hidden(Field field, Map<String, @Nullable Object> context, Function<String, @Nullable Object> process) {
        return field.hiddenWhen() != null && conditions.holds(field.hiddenWhen(), context, process);
    }

    private Map<Field, Map<String, String>> choices(Form form, Function<String, @Nullable Object> process) {
        var choices = new HashMap<Field, Map<String, String>>();
        for (var field : form.fields()) {
            var key = field.optionsVariable();
            choices.put(field, key == null ? field.options() : ofRecord(key).orElseGet(() -> Options.read(process.apply(key))));
        }
        return choices;
    }

    /** The texts of the record that stand on the form of a task come with its variables, for whoever is signed in. */
    @Override
    public void begin(Inside inside, String taskId, VariableMap variables) {
        var person = inside.user();
        var task = inside.task(taskId);
        if (person != null && task != null && task.getTenantId() != null) {
            var form = form(inside, task);
            // a choice that is proposed begins with the proposal or undecided, never with what was answered under its key before
            form.fields().stream().filter(field -> Field.isProposal(field.ofRecord()) && !field.kind().freeText()).map(Field::key).forEach(variables::remove);
            inside.unchecked(() -> texts.shown(form, task, person)).forEach(variables::putValue);
        }
    }

    @Override
    public void begin(VariableMap variables, InputStream deployed) {
        ServedForm.begin(variables, deployed);
    }

    @Override
    public InputStream serve(InputStream deployed) {
        return ServedForm.of(deployed, this::ofRecord, sending.stream().findFirst().map(SendsFirst::offered).orElse(Set.of()));
    }

    /** The choices that the record has under a values key; none if the process has them. */
    Optional<Map<String, String>> ofRecord(String key) {
        return ofRecord.stream().filter(options -> options.key().equals(key)).findFirst().map(OptionsOfRecord::options);
    }

    private void keep(Submission submission, Form form, Map<Field, Object> answers, Map<Field, Map<String, String>> choices) {
        var given = new ArrayList<Happening.Given>();
        answers.forEach((field, answer) -> {
            var words = field.words(answer, choices.getOrDefault(field, Map.of()));
            if (words != null) {
                given.add(new Happening.Given(form.id(), field.key(), field.label(), words, field.fact(answer)));
            }
        });
        if (!submission.confirmed().isEmpty()) {
            var label = takingOver.now() ? "Asked back, and confirmed by whoever took the case over" : "Asked back and confirmed";
            given.add(new Happening.Given(form.id(), Envelope.CONFIRMED, label, String.join("\n", submission.confirmed())));
        }
        if (!submission.longPast().isEmpty()) {
            given.add(new Happening.Given(form.id(), LONG_PAST, "Not asked back, because the case was taken over", String.join("\n", submission.longPast())));
        }
        var reference = submission.caseReference();
        if (reference.isPresent()) {
            cases.record(reference.get(), submission.happenedOn(), submission.user(), submission.title(), null, given);
        } else if (answers.entrySet().stream().anyMatch(e -> e.getKey().kind().freeText() && !e.getKey().readonly() && e.getValue() != null)) {
            throw submission.refuse("The form " + form.id() + " belongs to no case, so what is written in it has no place to be kept.");
        }
    }

    /** What the engine may know: choices, dates (ISO text), numbers and yes or no. Text stays in the case file. */
    private static Map<String, Object> variables(Submission submission, Map<Field, Object> answers) {
        var variables = new HashMap<String, Object>();
        answers.forEach((field, answer) -> {
            if (!field.kind().freeText() && !field.readonly()) {
                boolean text = field.kind() == Field.Kind.DATE || field.kind() == Field.Kind.TIME;
                variables.put(field.key(), text && answer != null ? answer.toString() : answer);
            }
        });
        variables.putAll(submission.variables());
        return variables;
    }

    /**
     * What was chosen before and is not offered any more, where the form begins with what was chosen: the browser shows nothing for it and sends nothing, which
     * is nobody's answer. It stays as it was.
     */
    private Set<String> notOffered(Form form, Map<Field, Object> answers, Function<String, @Nullable Object> process, Map<Field, Map<String, String>> choices) {
        var context = new HashMap<String, @Nullable Object>();
        answers.forEach((field, answer) -> context.put(field.key(), answer));
        return form.fields().stream().filter(field -> field.kind() == Field.Kind.CHOICE && !field.readonly() && answers.get(field) == null && (field.asGiven() || form.goesOn()))
                .filter(field -> !hidden(field, context, process))
                .filter(field -> process.apply(field.key()) instanceof String chosen && !choices.getOrDefault(field, Map.of()).containsKey(chosen))
                .map(Field::key).collect(Collectors.toSet());
    }

    private void refuseWhilePaused(DelegateTask task, @Nullable String reference) {
        if (reference == null || Duties.allowedWhilePaused(task)) {
            return;
        }
        var summary = cases.get(reference);
        if (summary.status() == CaseStatus.PAUSED) {
            throw new AnswersRefused(List.of("Case " + reference + " is paused for concurrent proceedings since "
                    + Dates.text(summary.statusSince()) + ". Record their end with Case event first."));
        }
    }

    static String title(DelegateTask task) {
        return NUMBERED.stream().map(task::getVariable).filter(Objects::nonNull).findFirst()
                .map(number -> task.getName() + " " + number).orElse(task.getName());
    }

    static int stage(DelegateTask task) {
        return task.getVariable("stageNumber") instanceof Number n ? n.intValue() : 0;
    }

    private static Person person(Inside inside) {
        var person = inside.person();
        if (person == null || inside.user() == null) {
            throw new AnswersRefused(List.of("Sign in first: the case file needs to know who answers."));
        }
        return person;
    }

    static String council(Person person) {
        var councils = person.tenants().stream().map(RestrictedCases::council).distinct().toList();
        if (councils.size() != 1) {
            throw new AnswersRefused(List.of(person.id() + " does not belong to exactly one council, so it is not clear whose case this is."));
        }
        return councils.get(0);
    }

    /** A form that asks for which council it is, is for people who may belong to several: for one of these. */
    private static String council(Person person, Form form, Envelope envelope) {
        var asks = form.fields().stream().filter(field -> field.key().equals(FOR_COUNCIL)).findFirst();
        var chosen = envelope.answers().get(FOR_COUNCIL);
        if (asks.isEmpty() || chosen == null || "".equals(chosen)) {
            return asks.isEmpty() ? council(person) : person.tenants().stream().map(RestrictedCases::council).findFirst().orElseGet(() -> council(person));
        }
        return person.tenants().stream().map(RestrictedCases::council).filter(chosen::equals).findFirst()
                .orElseThrow(() -> new AnswersRefused(List.of(asks.get().label() + ": you do not belong to it; choose one to which you belong.")));
    }

    static Form form(Inside inside, DelegateTask task) {
        return read(inside.form(task), "Task " + task.getName());
    }

    static Form startForm(Inside inside, DeployedProcess process) {
        return read(inside.form(process), "Process " + process.name());
    }

    private static Form read(DeployedForm form, String owner) {
        return DeployedForms.of(form, () -> read(form::content, owner));
    }

    private static Form read(Supplier<InputStream> deployed, String owner) {
        try (var stream = deployed.get()) {
            return FormReader.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FormRefused e) {
            throw new AnswersRefused(List.of("The form cannot be checked. " + e.getMessage()));
        } catch (BadUserRequestException e) {
            throw new AnswersRefused(List.of(owner + " has no form, so it takes no answers."));
        } catch (IOException e) {
            throw new ProcessEngineException("The form of " + owner + " cannot be read.", e);
        }
    }
}
