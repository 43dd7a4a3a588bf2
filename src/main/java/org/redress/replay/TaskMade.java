package org.redress.replay;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/**
 * A task as somebody found it in Tasklist.
 *
 * @param organisation the id of the council or the Ombudsman whose task it was
 * @param forWhom the groups that could claim it by their names, or who had it
 * @param waitsUntil the day on which one that waits for somebody else was brought forward
 */
record TaskMade(String name, String organisation, LocalDate on, String forWhom, @Nullable LocalDate due, @Nullable LocalDate waitsUntil) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    static List<TaskMade> all(HistoryService history, IdentityService identity) {
        var names = identity.createGroupQuery().list().stream().collect(Collectors.toMap(Group::getId, Group::getName));
        var groups = new HashMap<String, TreeSet<String>>();
        history.createHistoricIdentityLinkLogQuery().type(IdentityLinkType.CANDIDATE).operationType("add").list().stream().filter(link -> link.getGroupId() != null)
                .forEach(link -> groups.computeIfAbsent(link.getTaskId(), task -> new TreeSet<>()).add(names.getOrDefault(link.getGroupId(), link.getGroupId())));
        return history.createHistoricTaskInstanceQuery().orderByHistoricActivityInstanceStartTime().asc().list().stream().map(task -> of(task, groups)).toList();
    }

    private static TaskMade of(HistoricTaskInstance task, Map<String, TreeSet<String>> groups) {
        var candidates = groups.get(task.getId());
        return new TaskMade(task.getName(), String.valueOf(task.getTenantId()), day(task.getStartTime()), candidates != null ? String.join(", ", candidates) : String.valueOf(task.getAssignee()),
                task.getDueDate() == null ? null : day(task.getDueDate()), task.getFollowUpDate() == null ? null : day(task.getFollowUpDate()));
    }

    private static LocalDate day(Date moment) {
        return moment.toInstant().atZone(LONDON).toLocalDate();
    }
}
