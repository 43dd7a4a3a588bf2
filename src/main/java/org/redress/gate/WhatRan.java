package org.redress.gate;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.jspecify.annotations.Nullable;
import org.redress.engine.Inside;
import org.redress.identity.RestrictedCases;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What ran in the processes of a case, from the engine's history: its tasks and events, with times and who did them. */
@Component
public class WhatRan {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    /** What is shown of the engine's kinds of activity: what people do, wait for and come to; the steps between are the model's. */
    private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("userTask", "Task"), Map.entry("startEvent", "Start"), Map.entry("messageStartEvent", "Start"),
            Map.entry("boundaryTimer", "Timer"), Map.entry("intermediateTimer", "Timer"), Map.entry("boundaryMessage", "Message"), Map.entry("intermediateMessageCatch", "Message"),
            Map.entry("receiveTask", "Message"), Map.entry("boundaryConditional", "Condition"), Map.entry("noneEndEvent", "End"), Map.entry("errorEndEvent", "End"),
            Map.entry("terminateEndEvent", "End"), Map.entry("messageEndEvent", "End"), Map.entry("escalationEndEvent", "End"));

    /** No case has more processes, and no process more steps. */
    private static final int MOST = 1000;

    private final HistoryService history;
    private final Work work;

    WhatRan(@Lazy HistoryService history, Work work) {
        this.history = history;
        this.work = work;
    }

    /**
     * A task or an event.
     *
     * @param process the name of the process to which it belongs
     * @param person the user id of who has or did the task
     * @param until when it ended; none while it goes on
     * @param broken whether it ended without being done
     */
    public record Step(String process, String title, String kind, @Nullable String person, LocalDateTime from, @Nullable LocalDateTime until, boolean broken) {}

    /** The steps of all processes of a case, in the order in which they began. */
    public List<Step> of(String reference, String council) {
        // the case is open to whoever asks; the engine would leave out what ran while it was restricted
        return work.unchecked(() -> Inside.now().ofAllTenants(() -> {
            var processes = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(reference).orderByProcessInstanceStartTime().asc().listPage(0, MOST).stream()
                    .filter(process -> isOf(council, process.getTenantId())).toList();
            // the engine notes on the task who had it when it was done, and not always on its activity
            var people = new HashMap<String, String>();
            history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(reference).listPage(0, MOST).stream()
                    .filter(task -> task.getAssignee() != null && isOf(council, task.getTenantId())).forEach(task -> people.put(task.getId(), task.getAssignee()));
            return processes.stream().flatMap(process -> steps(process, people)).sorted(Comparator.comparing(Step::from)).toList();
        }));
    }

    /** What ran while the case was restricted keeps the tenant that the case had then. */
    private static boolean isOf(String council, @Nullable String tenant) {
        return tenant != null && RestrictedCases.council(tenant).equals(council);
    }

    private Stream<Step> steps(HistoricProcessInstance process, Map<String, String> people) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(process.getId()).listPage(0, MOST).stream()
                .filter(activity -> activity.getActivityName() != null && KINDS.containsKey(activity.getActivityType())).map(activity -> step(process, activity, people.get(activity.getTaskId())));
    }

    private static Step step(HistoricProcessInstance process, HistoricActivityInstance activity, @Nullable String person) {
        return new Step(process.getProcessDefinitionName(), activity.getActivityName().replaceAll("\\s+", " "), KINDS.get(activity.getActivityType()), person,
                time(activity.getStartTime()), activity.getEndTime() == null ? null : time(activity.getEndTime()), activity.isCanceled());
    }

    private static LocalDateTime time(Date moment) {
        return LocalDateTime.ofInstant(moment.toInstant(), LONDON);
    }
}
