package org.redress.models;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.identity.StartRefused;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Refuses to start when a model names a group that does not exist: its tasks would wait for nobody. */
@Component
@Order(15)
class GroupsOfModels implements ApplicationRunner {
    private final RepositoryService repository;
    private final IdentityService identity;

    GroupsOfModels(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var groups = identity.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var definition : repository.createProcessDefinitionQuery().latestVersion().list()) {
            for (var task : repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class)) {
                task.getCamundaCandidateGroupsList().stream().filter(group -> !groups.contains(group))
                        .forEach(group -> missing.add(group + " (" + definition.getResourceName() + ", " + task.getId() + ")"));
            }
        }
        if (!missing.isEmpty()) {
            throw new StartRefused("The models name groups that do not exist, so nobody could do their tasks: "
                    + String.join(", ", missing) + ". Make the groups in Admin, or correct the models.");
        }
    }
}
