package org.redress.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.attacks.Answer.NOTHING;
import static org.redress.attacks.Attack.closed;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Attack.page;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.APPROVER;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.DRAFTER;
import static org.redress.attacks.Person.EVERYBODY;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OTHERS;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.RETURNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.List;
import java.util.stream.Stream;

/** Cases and tasks of others, answers that no form has, one's own work approved, and rights for oneself. */
final class CaseAttacks {
    private static final String ACKNOWLEDGED = "\"acknowledgedOn\": {\"value\": \"2026-06-01\", \"type\": \"String\"}, \"letterChannel\": {\"value\": \"email\", \"type\": \"String\"},"
            + "\"understanding\": {\"value\": \"x\", \"type\": \"String\"}, \"namedContact\": {\"value\": \"x\", \"type\": \"String\"}";
    private static final String WITH_ANOTHER = "{\"variables\": {" + ACKNOWLEDGED + ", \"approved\": {\"value\": true, \"type\": \"Boolean\"}}}";

    static final List<Attack> ALL = Stream.of(answers(), tasks(), reading(), others(), duties(), accounts()).flatMap(List::stream).toList();

    private CaseAttacks() {}

    private static List<Attack> answers() {
        return List.of(
                engine("A065", OFFICER, "complete a task with a variable that its form does not have", "POST", "/task/{mine}/complete", WITH_ANOTHER, 400),
                engine("A066", OFFICER, "submit a form with a field that it does not have", "POST", "/task/{mine}/submit-form", WITH_ANOTHER, 400),
                engine("A067", OFFICER, "resolve a task past its form", "POST", "/task/{mine}/resolve", WITH_ANOTHER, 403).noted(),
                engine("A068", OFFICER, "complete a task without its answers", "POST", "/task/{mine}/complete", "{}", 400),
                engine("A069", OFFICER, "complete a task and read what it left", "POST", "/task/{mine}/complete", "{\"withVariablesInReturn\": true, \"variables\": {}}", 400),
                engine("A070", OFFICER, "answer with another type", "POST", "/task/{mine}/submit-form", "{\"variables\": {" + ACKNOWLEDGED.replace("\"2026-06-01\", \"type\": \"String\"",
                        "true, \"type\": \"Boolean\"") + "}}", 400),
                engine("A071", OFFICER, "answer with an option that is not offered", "POST", "/task/{mine}/submit-form", "{\"variables\": {" + ACKNOWLEDGED.replace("email", "pigeon") + "}}", 400),
                engine("A072", OFFICER, "answer with more than a field takes", "POST", "/task/{mine}/submit-form",
                        "{\"variables\": {" + ACKNOWLEDGED.replace("\"x\"", "\"" + "x".repeat(20_001) + "\"") + "}}", 400),
                engine("A073", OFFICER, "set a variable of a task", "PUT", "/task/{mine}/variables/approved", "{\"value\": true, \"type\": \"Boolean\"}", 403).noted(),
                engine("A074", OFFICER, "set a local variable of a task", "POST", "/task/{mine}/localVariables", "{\"modifications\": {\"approved\": {\"value\": true}}}", 403).noted(),
                engine("A075", OFFICER, "start a case with what its form does not ask", "POST", "/process-definition/key/complaint/submit-form",
                        "{\"variables\": {\"procedure\": {\"value\": \"none\", \"type\": \"String\"}}}", 400),
                engine("A076", OFFICER, "start a case without its form", "POST", "/process-definition/key/complaint/start", "{\"variables\": {\"council\": {\"value\": \"kent\"}}}", 403).noted(),
                engine("A077", OFFICER, "start a case in the middle", "POST", "/process-definition/key/complaint/start",
                        "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"UserTask_AssessComplaint\"}]}", 403).noted(),
                engine("A078", OFFICER, "start a case for another council", "POST", "/process-definition/key/complaint/tenant-id/leicestershire/submit-form", "{\"variables\": {}}", 403, 404),
                engine("A079", List.of(CLERK, ADMINISTRATOR), "start a case without the right to", "POST", "/process-definition/key/complaint/submit-form", "{\"variables\": {}}", 400, 403, 404));
    }

    private static List<Attack> tasks() {
        return List.of(
                engine("A080", List.of(OFFICER, SUPERVISOR), "rename a task", "PUT", "/task/{mine}", "{\"name\": \"Do nothing\", \"assignee\": \"kent-officer\"}", 403).noted(),
                engine("A081", List.of(OFFICER, SUPERVISOR), "move the day on which a task is due", "PUT", "/task/{mine}", "{\"name\": \"Acknowledge complaint\", \"due\": \"2099-01-01T00:00:00.000+0000\"}", 403).noted(),
                engine("A082", OFFICER, "give a task to somebody else", "POST", "/task/{mine}/assignee", "{\"userId\": \"kent-manager\"}", 403).noted(),
                engine("A083", OFFICER, "claim a task for somebody else", "POST", "/task/{free}/claim", "{\"userId\": \"kent-supervisor\"}", 400),
                engine("A084", SUPERVISOR, "claim a task that somebody else has", "POST", "/task/{mine}/claim", "{\"userId\": \"kent-supervisor\"}", 400, 403).noted(),
                engine("A085", CLERK, "give back a task that somebody else has", "POST", "/task/{mine}/unclaim", "", 403, 404).noted(),
                engine("A086", OFFICER, "delegate a task", "POST", "/task/{mine}/delegate", "{\"userId\": \"kent-manager\"}", 403).noted(),
                engine("A087", List.of(OFFICER, SUPERVISOR), "let another group do a task", "POST", "/task/{mine}/identity-links", "{\"groupId\": \"responders\", \"type\": \"candidate\"}", 403).noted(),
                engine("A088", List.of(OFFICER, SUPERVISOR), "take a task from its group", "POST", "/task/{mine}/identity-links/delete", "{\"groupId\": \"complaints-team\", \"type\": \"candidate\"}", 403).noted(),
                engine("A089", List.of(OFFICER, NEIGHBOUR), "write a comment on a task", "POST", "/task/{mine}/comment/create", "{\"message\": \"x\"}", 400, 403),
                engine("A090", OFFICER, "delete the comments on a task", "DELETE", "/task/{mine}/comment", "", 403, 404, 405),
                engine("A091", OFFICER, "attach a link that is a script", "POST", "/task/{mine}/attachment/create",
                        "--x\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\njavascript:alert(1)\r\n--x\r\nContent-Disposition: form-data; name=\"attachment-name\"\r\n\r\nx\r\n--x--\r\n", 400, 403),
                engine("A092", OFFICER, "end a case with a BPMN error", "POST", "/task/{mine}/bpmnError", "{\"errorCode\": \"over\"}", 403).noted(),
                engine("A093", OFFICER, "escalate by hand", "POST", "/task/{mine}/bpmnEscalation", "{\"escalationCode\": \"over\"}", 403).noted(),
                engine("A094", OFFICER, "make a task of their own", "POST", "/task/create", "{\"name\": \"x\", \"assignee\": \"kent-manager\"}", 400, 403).noted(),
                engine("A095", List.of(OFFICER, SUPERVISOR), "delete a task", "DELETE", "/task/{mine}", "", 403, 405).noted());
    }

    private static List<Attack> reading() {
        return List.of(
                engine("A096", OTHERS, "look at a task of others", "GET", "/task/{mine}", "", 403, 404),
                engine("A097", OTHERS, "find a task of others", "GET", "/task?maxResults=9&taskId={mine}", "", NOTHING),
                engine("A098", OTHERS, "read the variables of a task of others", "GET", "/task/{mine}/variables", "", 403, 404).noted(),
                engine("A099", OTHERS, "read the form's answers of a task of others", "GET", "/task/{mine}/form-variables", "", 403, 404).noted(),
                engine("A100", OTHERS, "read the form of a task of others", "GET", "/task/{mine}/deployed-form", "", 403, 404).noted(),
                engine("A101", OTHERS, "read who may do a task of others", "GET", "/task/{mine}/identity-links", "", 403, 404).noted(),
                engine("A102", OTHERS, "read the variables of a case of others", "GET", "/process-instance/{instance}/variables", "", 403, 404).noted(),
                engine("A103", OTHERS, "find the variables of a case of others", "GET", "/variable-instance?maxResults=9&processInstanceIdIn={instance}", "", NOTHING),
                engine("A104", OTHERS, "find the history of variables of others", "GET", "/history/variable-instance?maxResults=9&processInstanceId={instance}", "", NOTHING),
                engine("A105", OTHERS, "find the history of a case of others", "POST", "/history/process-instance?maxResults=9", "{\"processInstanceIds\": [\"{instance}\"]}", NOTHING),
                engine("A106", OTHERS, "find the history of a task of others", "GET", "/history/task?maxResults=9&taskId={mine}", "", NOTHING),
                engine("A107", OTHERS, "find the timers of others", "GET", "/job?maxResults=9&jobId={job}", "", NOTHING),
                page("A108", OTHERS, "count cases in Cockpit", "POST", "/camunda/api/cockpit/plugin/base/default/process-instance/count", "{}", NOTHING),
                engine("A109", List.of(OFFICER, SUPERVISOR), "look at a task of the Ombudsman's", "GET", "/task/{ombudsmans}", "", 403, 404),
                page("A110", OTHERS, "open the case file of others", "GET", "/redress/api/tasks/{mine}/case", "", 404),
                other("A111", NEIGHBOUR, "find out from Case which tasks exist", "our API", CaseAttacks::sameForUnknown, 404),
                page("A112", SUPERVISOR, "open a case file of the Ombudsman's", "GET", "/redress/api/tasks/{ombudsmans}/case", "", 404),
                page("A113", STRANGER, "open a case file", "GET", "/redress/api/tasks/{mine}/case", "", 401),
                engine("A114", RETURNER, "read a task with the rights of the deleted person", "GET", "/task/{left}", "", 403, 404),
                page("A115", RETURNER, "open a case file with the rights of the deleted person", "GET", "/redress/api/tasks/{left}/case", "", 404),
                page("A760", OTHERS, "open the page of a case of others", "GET", "/redress/cases/{case}", "", 404),
                page("A761", OTHERS, "read a case of others by its reference", "GET", "/redress/api/cases/{case}", "", 404),
                page("A762", OTHERS, "print a letter of a case of others", "GET", "/redress/cases/{case}/letters/1", "", 404),
                page("A763", OTHERS, "read the case of a process of others", "GET", "/redress/api/processes/{instance}/case", "", 404),
                page("A764", OTHERS, "open a start form for a case of others", "GET", "/redress/api/drafts/starts/case-event/{case}", "", 404),
                page("A765", OFFICER, "read what ran in a case, which supervisors do", "GET", "/redress/api/cases/{case}/ran", "", 404),
                page("A766", STRANGER, "read a case by its reference", "GET", "/redress/api/cases/{case}", "", 401),
                Attack.change("A767", OTHERS, "print the approved letter of a task of others", "POST", "/redress/api/tasks/{mine}/letters/1/print", "{}", 404));
    }

    private static Stream<Answer> sameForUnknown(Scene scene) {
        var exists = scene.asBrowser(NEIGHBOUR, "GET", "/redress/api/tasks/{mine}/case", "");
        var unknown = scene.asBrowser(NEIGHBOUR, "GET", "/redress/api/tasks/none/case", "");
        assertThat(exists.body()).isEqualTo(unknown.body());
        return Stream.of(exists, unknown);
    }

    private static List<Attack> others() {
        return List.of(
                engine("A116", NEIGHBOUR, "claim a task of others", "POST", "/task/{free}/claim", "{\"userId\": \"leicestershire-officer\"}", 403).noted(),
                engine("A117", OTHERS, "complete a task of others", "POST", "/task/{mine}/submit-form", "{\"variables\": {" + ACKNOWLEDGED + "}}", 400, 403, 404).noted(),
                engine("A118", OTHERS, "complete a free task of others past its form", "POST", "/task/{free}/complete", "{\"variables\": {" + ACKNOWLEDGED + "}}", 400, 403, 404).noted(),
                engine("A119", SUPERVISOR, "complete a task of others", "POST", "/task/{mine}/submit-form", "{\"variables\": {" + ACKNOWLEDGED + "}}", 400, 403).noted(),
                engine("A120", STRANGER, "complete a task", "POST", "/task/{mine}/complete", "{}", 401),
                engine("A121", STRANGER, "list tasks", "GET", "/task", "", 401),
                engine("A122", RETURNER, "complete a task with the rights of the deleted person", "POST", "/task/{left}/submit-form", "{\"variables\": {" + ACKNOWLEDGED + "}}", 400, 403, 404).noted(),
                engine("A123", OFFICER, "complete a task of the Ombudsman's", "POST", "/task/{ombudsmans}/complete", "{}", 400, 403, 404).noted());
    }

    private static List<Attack> duties() {
        return List.of(
                engine("A124", DRAFTER, "claim the approval of it", "POST", "/task/{approval}/claim", "{\"userId\": \"kent-manager\"}", 400),
                engine("A125", DRAFTER, "approve it", "POST", "/task/{approval}/submit-form", "{\"variables\": {\"approval\": {\"value\": \"approve\", \"type\": \"String\"}}}", 400, 403),
                engine("A126", SUPERVISOR, "give the approval to whoever drafted", "POST", "/task/{approval}/assignee", "{\"userId\": \"kent-manager\"}", 400),
                engine("A127", APPROVER, "fill in a field that the form hides", "POST", "/task/{approval}/submit-form",
                        "{\"variables\": {\"approval\": {\"value\": \"approve\", \"type\": \"String\"}, \"comments\": {\"value\": \"x\", \"type\": \"String\"}}}", 400));
    }

    private static List<Attack> accounts() {
        return List.of(
                engine("A128", OFFICER, "join a group", "PUT", "/group/supervisors/members/kent-officer", "", 403).noted(),
                engine("A129", ADMINISTRATOR, "join a group", "PUT", "/group/supervisors/members/admin", "", 403).noted(),
                engine("A130", List.of(OFFICER, SUPERVISOR), "become an administrator", "PUT", "/group/camunda-admin/members/kent-officer", "", 403).noted(),
                engine("A131", ADMINISTRATOR, "make a caseworker an administrator", "PUT", "/group/camunda-admin/members/kent-officer", "", 403).noted(),
                engine("A132", OFFICER, "join another council", "PUT", "/tenant/leicestershire/user-members/kent-officer", "", 403).noted(),
                engine("A133", ADMINISTRATOR, "join a council", "PUT", "/tenant/kent/user-members/admin", "", 403).noted(),
                engine("A134", List.of(OFFICER, SUPERVISOR, OWNER, ADMINISTRATOR), "give themselves a right", "POST", "/authorization/create",
                        "{\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"kent-officer\", \"resourceType\": 8, \"resourceId\": \"*\"}", 403).noted(),
                engine("A135", ADMINISTRATOR, "give everybody a right", "POST", "/authorization/create",
                        "{\"type\": 0, \"permissions\": [\"ALL\"], \"userId\": \"*\", \"resourceType\": 7, \"resourceId\": \"*\"}", 403).noted(),
                engine("A136", ADMINISTRATOR, "widen a right", "PUT", "/authorization/{right}", "{\"permissions\": [\"ALL\"], \"groupId\": \"supervisors\", \"resourceType\": 8, \"resourceId\": \"*\"}", 403).noted(),
                engine("A137", ADMINISTRATOR, "take a right away", "DELETE", "/authorization/{right}", "", 403).noted(),
                engine("A138", OFFICER, "make an account", "POST", "/user/create", "{\"profile\": {\"id\": \"mallory\"}, \"credentials\": {\"password\": \"Everybody-1\"}}", 403).noted(),
                engine("A139", ADMINISTRATOR, "make an account with the password 1", "POST", "/user/create", "{\"profile\": {\"id\": \"mallory\"}, \"credentials\": {\"password\": \"1\"}}", 400, 403),
                engine("A140", OFFICER, "change somebody else's password", "PUT", "/user/kent-manager/credentials",
                        "{\"password\": \"Everybody-2\", \"authenticatedUserPassword\": \"Everybody-1\"}", 403, 404),
                engine("A141", OFFICER, "change their password to 1", "PUT", "/user/kent-officer/credentials",
                        "{\"password\": \"1\", \"authenticatedUserPassword\": \"Everybody-1\"}", 400),
                engine("A142", OFFICER, "delete their account", "DELETE", "/user/kent-officer", "", 403).noted(),
                engine("A143", ADMINISTRATOR, "delete the last administrator", "DELETE", "/user/admin", "", 403).noted(),
                engine("A144", ADMINISTRATOR, "take the last administrator's role", "DELETE", "/group/camunda-admin/members/admin", "", 403).noted(),
                engine("A145", ADMINISTRATOR, "delete a role", "DELETE", "/group/complaints-team", "", 403).noted(),
                engine("A146", List.of(ADMINISTRATOR, OFFICER), "delete a council", "DELETE", "/tenant/kent", "", 403).noted(),
                closed("A147", EVERYBODY, "try a colleague's password", "POST", "/identity/verify", "{\"username\": \"kent-manager\", \"password\": \"Everybody-1\"}", 403),
                engine("A148", STRANGER, "list the people", "GET", "/user", "", 401));
    }
}
