package org.redress.takeover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.Deadlines;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.gate.FormField;
import org.redress.gate.TakingOver;
import org.redress.identity.Accounts;
import org.redress.identity.Authority;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;
import org.springframework.stereotype.Component;

/** Does the steps of a case through the product's own forms, each by whoever did it, with no time passing: what is long done is met with its days, and only what is owed now is overdue. */
@Component
class Taking {
    private static final String MISSED = "missed-deadline";
    /** The topics of what looks like something that is here already. */
    private static final List<String> SAME = List.of("same-", "sent-again-");
    private static final String BEFORE = "it was over before the case was taken over";

    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final Accounts accounts;
    private final Authority authority;
    private final Deadlines deadlines;
    private final TakingOver takingOver;

    Taking(RepositoryService repository, FormService forms, TaskService tasks, RuntimeService runtime, ManagementService management, IdentityService identity, Accounts accounts, Authority authority,
            Deadlines deadlines, TakingOver takingOver) {
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.accounts = accounts;
        this.authority = authority;
        this.deadlines = deadlines;
        this.takingOver = takingOver;
    }

    /**
     * A case on its way.
     *
     * @param council whose it is, and {@code runner} who takes it over
     * @param codes of the questions that are confirmed
     * @param row the line of a table, or none, and {@code blames} from which of its columns the answer of a step comes
     */
    record Whose(String council, String runner, Set<String> codes, @Nullable Row row, Map<String, Column> blames) {
        /** Whether the file says that a question about a step does not stop the case. */
        boolean confirms(Step step, AskedBack.Question question) {
            return row == null ? step.confirmed() : row.yes(Column.CONFIRMED) || row.yes(Column.ANOTHER_MATTER) && isSame(question);
        }
    }

    /** A step is refused; the case is not taken over. */
    private static NotTakenOver refused(Whose whose, Step step, @Nullable String key, String why) {
        var column = key == null ? null : whose.blames().get(step.name() + "." + key);
        return new NotTakenOver(List.of(column != null && whose.row() != null ? whose.row().finding(column, why) : new Finding(step.line(), null, null, "\"" + step.name() + "\" of " + step.on() + ": " + why)));
    }

    /** Does all steps, tells the reference of the case as soon as it has one, and ends the explanations of what was late and is done. */
    String take(List<Step> steps, Whose whose, Consumer<String> opened) {
        return takingOver.during(() -> play(steps, whose, opened));
    }

    private String play(List<Step> steps, Whose whose, Consumer<String> opened) {
        String reference = null;
        try {
            for (var step : steps) {
                if (step.kind() == Kind.NOTE) {
                    continue;
                }
                if (step.kind() == Kind.START) {
                    var key = start(step, whose, reference);
                    if (reference == null) {
                        reference = key;
                        opened.accept(reference);
                    }
                } else {
                    complete(step, whose, reference);
                }
                goOn(reference);
            }
        } finally {
            identity.clearAuthentication();
        }
        endExplanations(Objects.requireNonNull(reference, "the steps begin with a start"));
        return reference;
    }

    private @Nullable String start(Step step, Whose whose, @Nullable String reference) {
        signIn(step, whose, step.as() == null ? whose.runner() : step.as());
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(step.name()).latestVersion().singleResult();
        if (definition == null) {
            throw refused(whose, step, null, "there is no such process.");
        }
        var answers = new HashMap<>(step.answers());
        if (reference != null) {
            answers.putIfAbsent("caseReference", reference);
        }
        return send(step, whose, answers, given -> forms.submitStartForm(definition.getId(), given)).getBusinessKey();
    }

    private void complete(Step step, Whose whose, @Nullable String reference) {
        var open = reference == null ? List.<Task>of() : tasks.createTaskQuery().processInstanceBusinessKey(reference).active().orderByTaskCreateTime().asc().list();
        var found = open.stream().filter(one -> one.getName().equals(step.name())).filter(one -> step.numbers().entrySet().stream()
                .allMatch(number -> number.getValue().equals(tasks.getVariable(one.getId(), number.getKey())))).findFirst();
        if (found.isEmpty() && whose.row() != null && OmbudsmanSteps.IF_THEY_WAIT.contains(step.name())) {
            return;
        }
        var task = found.orElseThrow(() -> refused(whose, step, null, "this is not to be done here; open are " + open.stream().map(Task::getName).distinct().sorted().collect(Collectors.joining(", "))
                        + ". Leave out what comes after it, or write the case as a script."));
        var person = step.as() != null ? step.as() : task.getAssignee() != null ? task.getAssignee() : candidate(step, whose, task);
        signIn(step, whose, person);
        if (task.getAssignee() == null) {
            refusing(whose, step, () -> {
                tasks.claim(task.getId(), person);
                return task;
            });
        }
        var answers = new HashMap<>(step.answers());
        step.answers().forEach((key, value) -> chosen(task, key, value, answers));
        send(step, whose, answers, given -> {
            forms.submitTaskForm(task.getId(), given);
            return task;
        });
    }

    /** What can only be chosen from the record is named by its words too, as a person by their name. */
    private void chosen(Task task, String key, Object value, Map<String, Object> answers) {
        Step.optionsFrom(task.getName(), key).ifPresent(variable -> {
            var options = FormField.options(tasks.getVariable(task.getId(), variable));
            if (!options.containsKey(value.toString())) {
                options.entrySet().stream().filter(option -> option.getValue().equalsIgnoreCase(value.toString())).findFirst().ifPresent(option -> answers.put(key, option.getKey()));
            }
        });
    }

    /** Whoever takes over, if it is theirs to do; else the only one of the groups who may. */
    private String candidate(Step step, Whose whose, Task task) {
        identity.clearAuthentication();
        var groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
        var members = authority.members(groups, whose.council());
        if (members.contains(whose.runner())) {
            return whose.runner();
        }
        return members.stream().findFirst().orElseThrow(() -> refused(whose, step, null, "nobody at " + whose.council() + " may do this."));
    }

    private void signIn(Step step, Whose whose, String person) {
        identity.clearAuthentication();
        var account = accounts.find(person).filter(found -> found.councils().contains(whose.council()))
                .orElseThrow(() -> refused(whose, step, null, "there is nobody called \"" + person + "\" at " + whose.council() + "; write the id of an account."));
        identity.setAuthentication(person, account.groups(), account.councils());
    }

    private interface Sending<T> {
        T with(Map<String, Object> answers);
    }

    /** What is asked back ends the transaction of the case, so what can be confirmed is confirmed from the beginning when the case is taken again. */
    private <T> T send(Step step, Whose whose, Map<String, Object> answers, Sending<T> sending) {
        return refusing(whose, step, () -> {
            if (!whose.codes().isEmpty()) {
                answers.put("confirmed", String.join(",", whose.codes()));
            }
            try {
                return sending.with(answers);
            } catch (AskedBack back) {
                var open = back.questions().stream().filter(question -> !whose.confirms(step, question)).flatMap(question -> asked(whose, step, question)).toList();
                if (!open.isEmpty()) {
                    throw new NotTakenOver(open);
                }
                throw new ToBeConfirmed(back.questions());
            }
        });
    }

    private static boolean isSame(AskedBack.Question question) {
        return SAME.stream().anyMatch(question.code()::startsWith);
    }

    /** What is likely a slip is a finding, until the file says that it is right. */
    private Stream<Finding> asked(Whose whose, Step step, AskedBack.Question question) {
        if (whose.row() == null) {
            return finding(whose, step, question.sentence() + " If it is, write confirmed: true at this step.");
        }
        return isSame(question) ? Stream.of(whose.row().finding(Column.ANOTHER_MATTER, question.sentence() + " If it is another matter, write yes."))
                : finding(whose, step, question.sentence() + " If it is, write yes in the column " + Column.CONFIRMED.title() + ".");
    }

    /** The case is taken once more, with these questions confirmed. */
    static final class ToBeConfirmed extends RuntimeException {
        private final transient List<AskedBack.Question> questions;

        ToBeConfirmed(List<AskedBack.Question> questions) {
            this.questions = List.copyOf(questions);
        }

        List<AskedBack.Question> questions() {
            return questions;
        }
    }

    private interface Work<T> {
        T done();
    }

    private <T> T refusing(Whose whose, Step step, Work<T> work) {
        try {
            return work.done();
        } catch (AskedBack e) {
            throw e;
        } catch (AnswersRefused e) {
            throw new NotTakenOver(e.sentences().stream().flatMap(sentence -> finding(whose, step, sentence)).toList());
        } catch (AuthorizationException e) {
            throw refused(whose, step, null, "not possible: " + e.getMessage());
        }
    }

    /** A refusal begins with the label of its field; where the field comes from a column, the finding names that. */
    private Stream<Finding> finding(Whose whose, Step step, String sentence) {
        var key = step.answers().keySet().stream().filter(answer -> sentence.startsWith(Step.label(step.name(), answer) + ": ")).findFirst();
        var known = key.filter(answer -> whose.blames().containsKey(step.name() + "." + answer));
        return refused(whose, step, known.orElse(null), known.map(answer -> sentence.substring(Step.label(step.name(), answer).length() + 2)).orElse(sentence)).findings().stream();
    }

    /** What the engine does by itself between two steps; no timer. */
    private void goOn(@Nullable String reference) {
        identity.clearAuthentication();
        for (var job = next(reference); job != null; job = next(reference)) {
            management.executeJob(job.getId());
        }
    }

    private @Nullable Job next(@Nullable String reference) {
        return instances(reference).flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).active().withRetriesLeft().messages().listPage(0, 1).stream())
                .findFirst().orElse(null);
    }

    private Stream<ProcessInstance> instances(@Nullable String reference) {
        return reference == null ? Stream.of() : new ArrayList<>(runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference).list()).stream();
    }

    /** Nobody explains today what was late and done long ago; what is owed still is explained as in any case. */
    private void endExplanations(String reference) {
        var open = deadlines.of(reference).stream().filter(deadline -> deadline.state() == DeadlineState.OPEN || deadline.state() == DeadlineState.PAUSED)
                .map(deadline -> deadline.kind() + "/" + deadline.stage()).collect(Collectors.toSet());
        runtime.createProcessInstanceQuery().processDefinitionKey(MISSED).processInstanceBusinessKey(reference).list().stream()
                .filter(instance -> !open.contains(runtime.getVariable(instance.getId(), "missedDeadline") + "/" + runtime.getVariable(instance.getId(), "stageNumber")))
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), BEFORE));
    }
}
