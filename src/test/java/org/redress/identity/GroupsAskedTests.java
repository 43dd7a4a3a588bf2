package org.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.junit.jupiter.api.Test;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether somebody has a right is answered as the engine's own statement answers it. */
@ProductTest
class GroupsAskedTests {
    private static final List<Permission> OF_A_TASK = List.of(TaskPermissions.TASK_WORK, TaskPermissions.UPDATE, TaskPermissions.READ, TaskPermissions.TASK_ASSIGN, TaskPermissions.READ_VARIABLE);
    private static final List<Permission> OF_AN_APPLICATION = List.of(Permissions.ACCESS, Permissions.ALL);

    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    /** A way of asking: what somebody is asked for, by whose groups, and whether one of it is enough. */
    private record Asked(String person, List<String> groups, List<PermissionCheck> rights, boolean one) {}

    @Test
    void saysWhatTheEngineSays() {
        var reference = office.receive("kent", Map.of());
        var task = office.task(reference, "Acknowledge complaint").getId();
        office.as("kent-officer");
        engine.getTaskService().claim(task, "kent-officer");
        office.signOut();
        var service = engine.getAuthorizationService();
        var everybody = service.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.TASK);
        everybody.setResourceId("one-for-all");
        everybody.addPermission(TaskPermissions.READ);
        service.saveAuthorization(everybody);
        try {
            var asked = new ArrayList<Asked>();
            for (var person : List.of("kent-officer", "kent-supervisor", "ombudsman-intake", "admin", "nobody")) {
                var groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream().map(group -> group.getId()).toList();
                for (var ids : List.of(List.of(task), List.of("one-for-all"), List.of("none"), List.of(task, "none"))) {
                    for (var permission : OF_A_TASK) {
                        asked.add(new Asked(person, groups, ids.stream().map(id -> right(permission, Resources.TASK, id)).toList(), true));
                    }
                    asked.add(new Asked(person, List.of(), ids.stream().flatMap(id -> Stream.of(right(TaskPermissions.TASK_WORK, Resources.TASK, id), right(Permissions.TASK_WORK, Resources.PROCESS_DEFINITION, "complaint"))).toList(), true));
                }
                for (var permission : OF_AN_APPLICATION) {
                    asked.add(new Asked(person, groups, List.of(right(permission, Resources.APPLICATION, "tasklist")), false));
                    asked.add(new Asked(person, groups, List.of(right(permission, Resources.APPLICATION, null)), false));
                }
            }
            var answers = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> asked.stream().map(one -> {
                var ours = answer(context.getAuthorizationManager(), one);
                assertThat(ours).as(one.person() + " " + one.groups() + " " + one.rights().get(0).getPermission() + " " + one.rights().get(0).getResourceId()).isEqualTo(answer(new AuthorizationManager(), one));
                return ours;
            }).toList());
            assertThat(answers).contains(true, false).hasSizeGreaterThan(100);
        } finally {
            service.deleteAuthorization(everybody.getId());
        }
    }

    private static boolean answer(AuthorizationManager manager, Asked asked) {
        if (!asked.one()) {
            return manager.isAuthorized(asked.person(), asked.groups(), asked.rights().get(0));
        }
        var one = new CompositePermissionCheck(true);
        asked.rights().forEach(one::addAtomicCheck);
        return manager.isAuthorized(asked.person(), asked.groups(), one);
    }

    private static PermissionCheck right(Permission permission, Resource resource, String id) {
        var right = new PermissionCheck();
        right.setPermission(permission);
        right.setResource(resource);
        right.setResourceId(id);
        return right;
    }
}
