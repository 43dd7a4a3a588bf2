package org.redress.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.database.Competition;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.gate.BringForward;
import org.redress.gate.OpenWork;
import org.redress.gate.Urgency;
import org.redress.identity.Authority;
import org.redress.identity.CaseRole;
import org.redress.identity.RestrictedCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One thing done with many tasks, cases or failed steps: with each as if it were the only one, in a transaction of its own and through the gate, so that the file
 * says the same. What cannot be done says why and stops nothing; what was done before is done, so all of it can be asked for again.
 */
@Component
public class Bulk {
    /** How many at once. */
    public static final int MOST = 100;
    private static final String NOT_THERE = "There is no such task for you; it may have been completed by somebody else.";
    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);

    private final Watch watch;
    private final Failed failed;
    private final Authority authority;
    private final Appointments appointments;
    private final CaseFiles cases;
    private final OpenWork work;
    private final BringForward bringForward;
    private final Urgency urgency;
    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService repository;
    private final ManagementService management;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    Bulk(Watch watch, Failed failed, Authority authority, Appointments appointments, CaseFiles cases, OpenWork work, BringForward bringForward, Urgency urgency,
            @Lazy TaskService tasks, @Lazy FormService forms, @Lazy RepositoryService repository, @Lazy ManagementService management, @Lazy PlatformTransactionManager transactions,
            Clock clock) {
        this.watch = watch;
        this.failed = failed;
        this.authority = authority;
        this.appointments = appointments;
        this.cases = cases;
        this.work = work;
        this.bringForward = bringForward;
        this.urgency = urgency;
        this.tasks = tasks;
        this.forms = forms;
        this.repository = repository;
        this.management = management;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What can be done with many. */
    public enum Deed {
        /** A task goes to a person. */
        ASSIGN,
        /** A role of a case goes to a person, with all that is left of it. */
        HAND_OVER,
        /** A task is urgent, or is not. */
        PRIORITY,
        /** A task that waits comes back on a day. */
        BRING_FORWARD,
        /** A failed step runs again. */
        RETRY,
        /** Nobody does this with many. */
        LEGAL_DAY
    }

    /**
     * What is asked for.
     *
     * @param items tasks or failed steps by their id, cases by their reference
     * @param to whom, for {@link Deed#ASSIGN} and {@link Deed#HAND_OVER}
     * @param role which role of the cases
     * @param level how urgent
     * @param day as it was written
     * @param reason for the file
     */
    public record Asked(@Nullable Deed deed, @Nullable List<String> items, @Nullable String to, @Nullable String role, Urgency.@Nullable Level level, @Nullable String day,
            @Nullable String reason) {}

    /** What became of one item: done, with what there is to say, or not, and why. */
    public record Result(String item, String label, boolean done, String said) {}

    /** Somebody to choose, who may do so many of the items. */
    public record Taker(String id, String name, int may) {}

    /** What is done with one. */
    private interface Deeds {
        Result doWith(String item, String confirmed);
    }

    /** What is wrong with the whole, in a sentence. */
    public static class Refused extends RuntimeException {
        Refused(String sentence) {
            super(sentence);
        }
    }

    /** Does it with each item of a council. */
    public List<Result> doAll(String council, Asked asked) {
        var deed = asked.deed();
        if (deed == null) {
            throw new Refused("Say what is to be done.");
        }
        if (deed == Deed.LEGAL_DAY) {
            throw new Refused("A legal day is not changed with many at once: it follows facts. Record an extension with Case event, or put a wrong day right with Correction, in each case.");
        }
        var items = items(asked.items());
        Deeds each = switch (deed) {
            case ASSIGN -> assign(council, needed(asked.to(), "Choose a person."));
            case HAND_OVER -> handOver(council, needed(asked.to(), "Choose a person."), role(asked), needed(asked.reason(), "Say why it is handed over."));
            case PRIORITY -> press(council, asked.level());
            case BRING_FORWARD -> comeBack(council, needed(asked.day(), "Choose a day."), needed(asked.reason(), "Say why it waits until then."));
            case RETRY -> retry(council);
            case LEGAL_DAY -> throw new IllegalStateException();
        };
        return items.stream().map(item -> apart(council, deed, item, "", each)).toList();
    }

    private static Collection<String> items(@Nullable List<String> given) {
        var items = new LinkedHashSet<>(given == null ? List.of() : given.stream().filter(Objects::nonNull).toList());
        if (items.isEmpty()) {
            throw new Refused("Choose at least one.");
        }
        if (items.size() > MOST) {
            throw new Refused("At most " + MOST + " at once; these are " + items.size() + ".");
        }
        return items;
    }

    private static CaseRole role(Asked asked) {
        var key = needed(asked.role(), "Choose a role.");
        return java.util.Arrays.stream(CaseRole.values()).filter(role -> role.key().equals(key)).findFirst().orElseThrow(() -> new Refused("There is no role " + key + "."));
    }

    private static String needed(@Nullable String given, String otherwise) {
        if (given == null || given.isBlank()) {
            throw new Refused(otherwise);
        }
        return given.strip();
    }

    /** One item as a whole, or nothing of it. */
    private Result apart(String council, Deed deed, String item, String confirmed, Deeds what) {
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        try {
            return Competition.repeated(() -> Objects.requireNonNull(apart.execute(status -> what.doWith(item, confirmed))));
        } catch (AskedBack e) {
            // that the same was sent before is no slip here: what is done already was found to be
            var codes = e.questions().stream().map(AskedBack.Question::code).toList();
            boolean again = confirmed.isEmpty() && codes.stream().allMatch(code -> code.startsWith("sent-again"));
            return again ? apart(council, deed, item, String.join(",", codes), what) : not(council, item, String.join(" ", e.sentences()));
        } catch (AnswersRefused e) {
            return not(council, item, String.join(" ", e.sentences()));
        } catch (AuthorizationException | BadUserRequestException e) {
            return not(council, item, Objects.requireNonNullElse(e.getMessage(), "It cannot be done."));
        } catch (RuntimeException e) {
            if (Competition.isCertain(e)) {
                return not(council, item, "Somebody changed it at the same time. Look at it again.");
            }
            LOG.warn("{} could not be done with one of many: {}", deed, e.getClass().getName());
            return not(council, item, "It could not be done, and nothing of it has changed; the log says why.");
        }
    }

    private Result not(String council, String item, String why) {
        return new Result(item, label(council, item), false, why);
    }

    /** What people call an item with which something went wrong; nothing is told of what is not there for them. */
    private String label(String council, String item) {
        var task = tasks.createTaskQuery().taskId(item).tenantIdIn(watch.tenants(council).toArray(String[]::new)).singleResult();
        var reference = task == null ? null : reference(task);
        return task == null || reference != null && !watch.sees(council, reference) ? item : named(task);
    }

    private String named(Task task) {
        var reference = reference(task);
        return (reference == null ? "No case" : reference) + ", " + task.getName();
    }

    private @Nullable String reference(Task task) {
        return tasks.getVariable(task.getId(), "caseReference") instanceof String reference ? reference : null;
    }

    /** A task of the council whose case there is for whoever asks. */
    private Task task(String council, String id) {
        var task = tasks.createTaskQuery().taskId(id).tenantIdIn(watch.tenants(council).toArray(String[]::new)).singleResult();
        if (task == null) {
            throw new AuthorizationException(NOT_THERE);
        }
        var reference = reference(task);
        if (reference != null && !watch.sees(council, reference)) {
            throw new AuthorizationException(NOT_THERE);
        }
        return task;
    }

    private Deeds assign(String council, String to) {
        var name = name(to);
        return (item, confirmed) -> {
            var task = task(council, item);
            boolean before = to.equals(task.getAssignee());
            if (!before) {
                tasks.setAssignee(item, to);
            }
            return new Result(item, named(task), true, before ? name + " had it already." : "With " + name + " now.");
        };
    }

    private Deeds press(String council, Urgency.@Nullable Level level) {
        if (level == null) {
            throw new Refused("Say how urgent it is.");
        }
        return (item, confirmed) -> {
            var task = task(council, item);
            boolean before = urgency.say(item, level);
            var words = level == Urgency.Level.URGENT ? "urgent" : "normal";
            return new Result(item, named(task), true, before ? "It was " + words + " already." : "It is " + words + " now.");
        };
    }

    private Deeds comeBack(String council, String day, String reason) {
        return (item, confirmed) -> {
            var task = task(council, item);
            if (BringForward.day(task).filter(before -> before.toString().equals(day)).isPresent()) {
                return new Result(item, named(task), true, "It comes back on that day already.");
            }
            bringForward.set(item, day, reason);
            return new Result(item, named(task), true, "It comes back on that day.");
        };
    }

    private Deeds handOver(String council, String to, CaseRole role, String reason) {
        var name = name(to);
        return (item, confirmed) -> {
            var found = cases.find(council, item).filter(one -> watch.sees(council, one.reference())).orElseThrow(() -> new AuthorizationException("There is no case " + item + " here."));
            if (appointments.holder(found.reference(), role.key(), role.stage(found.stage()), null).filter(to::equals).isPresent()) {
                return new Result(item, found.reference(), true, name + " had it already.");
            }
            var definition = repository.createProcessDefinitionQuery().processDefinitionKey("hand-over").latestVersion().singleResult();
            var begun = forms.submitStartForm(definition.getId(), Map.of("caseReference", found.reference(), "caseRole", role.key(), "confirmed", confirmed));
            var choose = tasks.createTaskQuery().processInstanceId(begun.getId()).singleResult();
            forms.submitTaskForm(choose.getId(), Map.of("successor", to, "fromDay", LocalDate.now(clock).toString(), "handingReason", reason));
            return new Result(item, found.reference(), true, name + " " + role.words() + " now, with all that is left of it.");
        };
    }

    private Deeds retry(String council) {
        var standing = new TreeMap<String, Failed.Line>();
        failed.of(council).lines().forEach(line -> standing.put(line.id(), line));
        return (item, confirmed) -> {
            var line = standing.get(item);
            if (line == null) {
                return new Result(item, "A step", true, "It does not stand still any more.");
            }
            management.setJobRetries(item, 1);
            return new Result(item, (line.reference() == null ? "No case" : line.reference()) + ", " + line.step(), true, "It runs again by itself. If it fails again, it comes back to this list.");
        };
    }

    private String name(String person) {
        return authority.names(List.of(person)).getOrDefault(person, person);
    }

    /** Who may do some of these tasks, or have this role of some of these cases, and how many: those with the most first. */
    public List<Taker> takers(String council, Asked asked) {
        var items = items(asked.items());
        var may = new TreeMap<String, Integer>();
        var apart = new TransactionTemplate(transactions);
        apart.setReadOnly(true);
        apart.executeWithoutResult(status -> {
            var who = authority.remembering();
            if (asked.deed() == Deed.HAND_OVER) {
                var role = role(asked);
                items.stream().flatMap(item -> cases.find(council, item).stream()).filter(one -> watch.sees(council, one.reference()) && one.ombudsmans() == role.ombudsmans())
                        .forEach(one -> who.whoCanBeNamed(role, council, one.reference(), one.stage(), service(one, role)).forEach(person -> may.merge(person.id(), 1, Integer::sum)));
            } else {
                work.among(items).stream().filter(task -> RestrictedCases.council(task.work().council()).equals(council)).filter(task -> task.reference() == null || watch.sees(council, task.reference()))
                        .forEach(task -> who.who(task.work()).stream().filter(person -> who.objectionToGiving(person, task.work()).isEmpty())
                                .forEach(person -> may.merge(person, 1, Integer::sum)));
            }
        });
        var names = authority.names(may.keySet());
        var takers = new ArrayList<Taker>();
        may.forEach((person, times) -> takers.add(new Taker(person, names.getOrDefault(person, person), times)));
        takers.sort(java.util.Comparator.comparingInt(Taker::may).reversed().thenComparing(Taker::name));
        return takers;
    }

    private @Nullable String service(CaseSummary found, CaseRole role) {
        return role.role().ofServices() ? appointments.service(found.reference(), null).orElse(null) : null;
    }
}
