package org.redress.api;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.redress.api.CaseDocument.Can;
import org.redress.api.CaseDocument.Happening;
import org.redress.api.CaseDocument.Now;
import org.redress.casefile.CaseSummary;
import org.redress.deadline.WorkingDays;
import org.redress.gate.CaseStarts;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.identity.Role;
import org.redress.identity.Services;
import org.springframework.stereotype.Component;

/** What is to be done in a case at this moment, with whom it is, and what else can happen to it. */
@Component
class CaseNow {
    /** No case has more open tasks. */
    private static final int MOST = 500;

    private final OpenWork work;
    private final TaskService tasks;
    private final CaseStarts starts;
    private final Services services;
    private final WorkingDays days;

    CaseNow(OpenWork work, TaskService tasks, CaseStarts starts, Services services, WorkingDays days) {
        this.work = work;
        this.tasks = tasks;
        this.starts = starts;
        this.services = services;
        this.days = days;
    }

    /** Its open tasks, the first due at the top. */
    List<Now> of(CaseSummary file, Names names) {
        var open = work.of(file.reference());
        var readable = tasks.createTaskQuery().processInstanceBusinessKey(file.reference()).listPage(0, MOST).stream().map(Task::getId).collect(Collectors.toSet());
        names.prepare(open.stream().map(OpenTask::assignee).filter(Objects::nonNull).toList());
        return open.stream().sorted(Comparator.comparing(task -> task.due() == null ? LocalDate.MAX : task.due()))
                .map(task -> now(task, file.council(), names, readable)).toList();
    }

    private Now now(OpenTask task, String council, Names names, Collection<String> readable) {
        return new Now(task.title(), task.assignee() == null ? null : names.of(task.assignee()), task.work().groups().stream().map(group -> title(council, group)).toList(),
                work.withThemSince(task), task.due(), task.due() == null ? null : days.untilInWords(task.due()), task.due() != null && days.passed(task.due()),
                readable.contains(task.id()) ? task.id() : null);
    }

    private String title(String council, String group) {
        var role = Stream.of(Role.values()).filter(one -> one.group().equals(Services.role(group))).findFirst().map(Role::title).orElse(group);
        return Services.service(group).map(code -> role + ", " + services.name(council, code)).orElse(role);
    }

    /** What whoever is signed in can start for it. */
    List<Can> can(CaseSummary file, boolean hasFindings) {
        return starts.of(file).stream().filter(start -> hasFindings || !start.process().equals("answer-finding"))
                .map(start -> new Can(start.process(), start.title(), start.happenings().stream().map(one -> new Happening(one.code(), one.words())).toList())).toList();
    }
}
