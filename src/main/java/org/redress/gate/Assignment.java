package org.redress.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.identity.Tenant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Appointments;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseParts;
import org.redress.engine.EveryModel.WhoseTask;
import org.redress.engine.Inside;
import org.redress.engine.Tasks;
import org.redress.identity.Authority;
import org.redress.identity.Authority.Bound;
import org.redress.identity.Authority.Work;
import org.redress.identity.CaseRole;
import org.redress.identity.RestrictedCases;
import org.redress.identity.WorkWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Whose a task is at the moment it is made: the model names roles, perhaps the holder of one role of the case, and the case says the
 * rest. A task waits for role and service, and it goes to a person only if they may do it; otherwise the group sees it, and
 * somebody is told (CORP-26).
 */
@Component
class Assignment {
    private final Authority authority;
    private final Appointments appointments;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final ObjectProvider<WorkWatch> watch;
    private final Clock clock;

    Assignment(Authority authority, Appointments appointments, CaseFiles cases, CaseParts parts, ObjectProvider<WorkWatch> watch, Clock clock) {
        this.authority = authority;
        this.appointments = appointments;
        this.cases = cases;
        this.parts = parts;
        this.watch = watch;
        this.clock = clock;
    }

    /** Lets what the model says pass through the case. */
    void decide(WhoseTask whose) {
        var groups = whose.groups();
        whose.pass(group -> new Passed(group, scope -> groups(group, scope)), assignee -> new Passed(assignee, scope -> person(assignee, groups, scope)));
    }

    /** The work that a task is. */
    Work work(DelegateTask task) {
        return new Work(task.getTenantId(), Tasks.groups(task), (String) task.getVariable("caseReference"), stage(task), Duties.of(task), Duties.own(task) ? named(task) : null, people(Duties.notBy(task), task));
    }

    /** Whoever has a task of a case has a part in it from now on. */
    void takesPart(DelegateTask task) {
        var reference = (String) task.getVariable("caseReference");
        if (task.getAssignee() != null && reference != null) {
            parts.took(reference, task.getAssignee(), CaseParts.TASK);
        }
    }

    /** Somebody is told if a new task waits for a group of which nobody may do it, or for a service that has ended. */
    void lookAt(DelegateTask task) {
        if (task.getAssignee() == null && task.getTenantId() != null) {
            var work = work(task);
            if (authority.ended(work).isPresent() || !authority.anyone(work)) {
                lookAt(RestrictedCases.council(task.getTenantId()));
            }
        }
    }

    /** Somebody gave a task to a person, or took it from one: the file says so. A role of the case stays with whoever has it when somebody else gets one task of it. */
    void moved(DelegateTask task, String title, @Nullable String before, String by) {
        var reference = (String) task.getVariable("caseReference");
        if (reference == null) {
            return;
        }
        var to = task.getAssignee();
        var still = to == null ? Optional.<String>empty() : stillOfAnother(task, reference);
        still.ifPresent(other -> task.setVariableLocal(OpenWork.ALONE, to));
        var what = to == null ? "Task given back to its groups" : to.equals(by) ? "Task taken over" : before == null ? "Task given" : "Task given to somebody else";
        var moves = to == null ? "\"" + title + "\" is nobody's by name any more" : still.isPresent() ? "Only \"" + title + "\" moved to " + to : "\"" + title + "\" moved to " + to;
        cases.record(reference, LocalDate.now(clock), by, what, moves + (before == null ? "" : ", from " + before)
                + still.map(other -> "; " + other + ". Hand over moves all that is left.").orElse("."), List.of());
    }

    private Optional<String> stillOfAnother(DelegateTask task, String reference) {
        return Tasks.assignee(task).flatMap(assignee -> CaseRole.ofAssignee(assignee.getExpressionText()))
                .flatMap(role -> appointments.holder(reference, role.key(), role.stage(stage(task)), issue(task))
                        .filter(holder -> !holder.equals(task.getAssignee())).map(holder -> holder + " still " + role.words()));
    }

    /** Somebody is told that an account, a role or a service goes from a person, at whatever council they are. */
    void loses(Inside inside, @Nullable String person) {
        councils(inside, person).forEach(this::lookAt);
    }

    /** Somebody is told that a person gets a role or a service, at whatever council they are. */
    void gains(Inside inside, @Nullable String person) {
        councils(inside, person).forEach(this::lookAgainAt);
    }

    /** Somebody is told that a council has one more person. */
    void lookAgainAt(@Nullable String council) {
        watch.forEach(one -> one.lookAgainAt(String.valueOf(council)));
    }

    private static List<String> councils(Inside inside, @Nullable String person) {
        return person == null ? List.of() : inside.unchecked(() ->
                inside.tenants().userMember(person).list().stream().map(Tenant::getId).toList());
    }

    void lookAt(@Nullable String council) {
        watch.forEach(one -> one.lookAt(String.valueOf(council)));
    }

    private List<String> groups(Expression group, VariableScope scope) {
        var reference = (String) scope.getVariable("caseReference");
        var named = group.getValue(scope);
        var roles = named instanceof Collection<?> several ? several.stream().map(String::valueOf) : Stream.of(String.valueOf(named).split("\\s*,\\s*"));
        return roles.map(role -> reference == null ? role : OpenWork.ofService(role, () -> appointments.service(reference, issue(scope)))).toList();
    }

    private @Nullable String person(Expression assignee, Collection<Expression> groups, VariableScope scope) {
        var execution = (DelegateExecution) scope;
        var named = named(assignee, execution);
        if (named == null) {
            return null;
        }
        var reference = (String) execution.getVariable("caseReference");
        var work = new Work(execution.getTenantId(), groups.stream().flatMap(group -> groups(group, scope).stream()).collect(Collectors.toSet()),
                reference, stage(execution), Duties.of(execution), Duties.own(execution) ? named : null, people(Duties.notBy(execution), execution));
        Bound bound = authority.bound(named, work);
        if (bound.person() == null) {
            lookAt(RestrictedCases.council(execution.getTenantId()));
        } else if (bound.standsInFor() != null && reference != null) {
            cases.record(reference, "Deputy", "\"" + execution.getCurrentActivityName() + "\" goes to " + bound.person() + ", who stands in for "
                    + bound.standsInFor() + ".");
        }
        return bound.person();
    }

    /** Cases that began with an older model name the person in a variable; what was handed over since is in the case file. */
    private @Nullable String named(Expression assignee, DelegateExecution execution) {
        var reference = (String) execution.getVariable("caseReference");
        Optional<String> holder = reference == null ? Optional.empty() : CaseRole.ofAssignee(assignee.getExpressionText())
                .flatMap(role -> appointments.holder(reference, role.key(), role.stage(stage(execution)), issue(execution)));
        return holder.orElseGet(() -> (String) assignee.getValue(execution));
    }

    private static @Nullable String named(DelegateTask task) {
        return Tasks.assignee(task).filter(Passed.class::isInstance).map(assignee -> (String) ((Passed) assignee).written().getValue(task.getExecution())).orElse(null);
    }

    private static List<String> people(List<String> variables, VariableScope scope) {
        return variables.stream().map(scope::getVariable).filter(String.class::isInstance).map(String.class::cast).toList();
    }

    private static int stage(VariableScope scope) {
        return scope.getVariable("stageNumber") instanceof Number n ? n.intValue() : 0;
    }

    private static @Nullable Integer issue(VariableScope scope) {
        return scope.getVariable("issueNumber") instanceof Number n ? Integer.valueOf(n.intValue()) : null;
    }

    /** An expression of the model, with its value passed through the case. */
    @NullUnmarked
    private record Passed(Expression written, Function<VariableScope, Object> value) implements Expression {
        @Override
        public Object getValue(VariableScope scope) {
            return value.apply(scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            written.setValue(value, scope);
        }

        @Override
        public String getExpressionText() {
            return written.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return false;
        }
    }
}
