package org.redress.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.engine.Engine;
import org.redress.engine.Inside;
import org.redress.engine.Person;
import org.redress.identity.Accounts;
import org.redress.identity.Authority;
import org.redress.identity.Sight;
import org.redress.identity.RestrictedCases;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a person may do at this moment: a task, or the start of a process; the same checks as when they send its form. */
@Component
public class Work {
    /** There are not so many models. */
    private static final int MOST_PROCESSES = 500;

    private final ProcessEngine services;
    private final Engine engine;
    private final Authority authority;
    private final Assignment assignment;
    private final Accounts accounts;
    private final CaseFiles cases;
    private final Sight sight;

    Work(@Lazy ProcessEngine services, Engine engine, Authority authority, Assignment assignment, Accounts accounts, CaseFiles cases, Sight sight) {
        this.services = services;
        this.engine = engine;
        this.authority = authority;
        this.assignment = assignment;
        this.accounts = accounts;
        this.cases = cases;
        this.sight = sight;
    }

    /** One task or start form that a person may send. */
    public static final class Item {
        private final @Nullable String task;
        private final @Nullable String process;
        private final String title;
        private final String person;
        private final String council;
        private final @Nullable String reference;
        private final Form form;

        private Item(@Nullable String task, @Nullable String process, String title, String person, String council, @Nullable String reference,
                Form form) {
            this.task = task;
            this.process = process;
            this.title = title;
            this.person = person;
            this.council = council;
            this.reference = reference;
            this.form = form;
        }

        /** The id of the task; none for a start form. */
        public @Nullable String task() {
            return task;
        }

        /** The key of the process that the form starts; none for a task. */
        public @Nullable String process() {
            return process;
        }

        /** The name of the task or process, as people see it. */
        public String title() {
            return title;
        }

        /** The user id of who may do it. */
        public String person() {
            return person;
        }

        /** The tenant id of the council. */
        public String council() {
            return council;
        }

        /** The case that it belongs to, if there is one yet. */
        public @Nullable String reference() {
            return reference;
        }

        /** The id of its form. */
        String form() {
            return form.id();
        }

        /** The options of a choice of its form, in words by their codes. */
        Map<String, String> options(String key) {
            return form.fields().stream().filter(field -> field.key().equals(key)).findFirst().map(Field::options).orElse(Map.of());
        }

        /** Whether its form asks to which case it belongs. */
        private boolean asksForTheCase() {
            return form.fields().stream().anyMatch(field -> field.key().equals("caseReference") && field.reference());
        }

        /** What of these answers to an earlier version of the form still answers a question of it that is open to answers. */
        public Map<String, @Nullable Object> fitting(Map<String, @Nullable Object> answers) {
            var fitting = new LinkedHashMap<String, @Nullable Object>();
            form.fields().stream().filter(field -> !field.readonly() && answers.containsKey(field.key()))
                    .filter(field -> field.kind().holds(answers.get(field.key())))
                    .forEach(field -> fitting.put(field.key(), answers.get(field.key())));
            return fitting;
        }
    }

    /** What people call somebody, whoever asks. */
    public String named(String person) {
        return accounts.named(person);
    }

    /** A task, if whoever is signed in may complete it now. */
    public Optional<Item> task(String id) {
        return engine.run(inside -> Optional.ofNullable(inside.person()).flatMap(person -> task(inside, person, id)));
    }

    /** The start of a process, if whoever is signed in may start it now. */
    public Optional<Item> start(String process) {
        return engine.run(inside -> Optional.ofNullable(inside.person()).flatMap(person -> start(inside, person, process)));
    }

    /** The starts that whoever is signed in may send now and whose form asks to which case it belongs. */
    public List<Item> startsForACase() {
        return engine.run(inside -> Optional.ofNullable(inside.person()).map(person -> inside.unchecked(() ->
                        services.getRepositoryService().createProcessDefinitionQuery().latestVersion().active().startableInTasklist().orderByProcessDefinitionKey().asc().listPage(0, MOST_PROCESSES))
                .stream().flatMap(definition -> start(inside, person, definition.getKey()).stream()).filter(Item::asksForTheCase).toList()).orElse(List.of()));
    }

    /** The start of a process for a case that there is for whoever is signed in, at their council. */
    public Optional<Item> start(String process, String written) {
        return start(process).filter(Item::asksForTheCase).flatMap(item -> cases.find(item.council(), written).filter(file -> sight.sees(item.person(), item.council(), file.reference()))
                .map(file -> new Item(null, item.process(), item.title(), item.person(), item.council(), file.reference(), item.form)));
    }

    /** The council and the case of a task. */
    public record Place(String council, @Nullable String reference) {}

    /** Where a task belongs, whoever asks: to note who asked for what is not theirs, and never for an answer to them. */
    public Optional<Place> place(String task) {
        return engine.run(inside -> Optional.ofNullable(inside.task(task)).filter(found -> found.getTenantId() != null)
                .map(found -> inside.unchecked(() -> new Place(RestrictedCases.council(found.getTenantId()), (String) found.getVariable("caseReference")))));
    }

    /** Whether a person may still complete a task. */
    public boolean may(String person, String task) {
        return as(person, () -> task(task).isPresent());
    }

    /** Whether a person may still start a process for a council. */
    public boolean mayStart(String person, String council, String process) {
        return as(person, () -> start(process).filter(item -> item.council().equals(council)).isPresent());
    }

    private boolean as(String person, BooleanSupplier question) {
        var identity = services.getIdentityService();
        var before = identity.getCurrentAuthentication();
        var account = accounts.find(person);
        if (account.isEmpty()) {
            return false;
        }
        identity.setAuthentication(person, account.get().groups(), account.get().councils());
        try {
            return question.getAsBoolean();
        } finally {
            identity.setAuthentication(before);
        }
    }

    private Optional<Item> task(Inside inside, Person person, String id) {
        try {
            var task = Gate.task(inside, person, id);
            boolean free = task.getAssignee() == null || task.getAssignee().equals(person.id());
            if (!free || objected(inside, person, task)) {
                return Optional.empty();
            }
            return Optional.of(new Item(task.getId(), null, Gate.title(task), person.id(), RestrictedCases.council(task.getTenantId()),
                    (String) task.getVariable("caseReference"), Gate.form(inside, task)));
        } catch (AuthorizationException | AnswersRefused e) {
            return Optional.empty();
        }
    }

    /** Whether they may not do it any more, or have had a part that keeps them from it. */
    private boolean objected(Inside inside, Person person, DelegateTask task) {
        return inside.unchecked(() -> authority.objection(person.id(), assignment.work(task))).isPresent();
    }

    private static Optional<Item> start(Inside inside, Person person, String process) {
        try {
            var newest = inside.newest(process);
            inside.refuseUnlessTheyStart(newest);
            return Optional.of(new Item(null, newest.key(), newest.name(), person.id(), Gate.council(person), null, Gate.startForm(inside, newest)));
        } catch (AuthorizationException | AnswersRefused | NotFoundException | NullValueException e) {
            return Optional.empty();
        }
    }

    /** The product looks, whoever it works for. */
    <T> T unchecked(Supplier<T> look) {
        return engine.unchecked(look);
    }
}
