package org.redress.attacks;

import static org.redress.attacks.Answer.NOTHING;
import static org.redress.attacks.Attack.closed;
import static org.redress.attacks.Attack.engine;
import static org.redress.attacks.Attack.other;
import static org.redress.attacks.Person.ADMINISTRATOR;
import static org.redress.attacks.Person.CLERK;
import static org.redress.attacks.Person.EVERYBODY;
import static org.redress.attacks.Person.NEIGHBOUR;
import static org.redress.attacks.Person.OFFICER;
import static org.redress.attacks.Person.OWNER;
import static org.redress.attacks.Person.STRANGER;
import static org.redress.attacks.Person.SUPERVISOR;

import java.util.List;
import java.util.stream.Stream;

/** Running code, changing models, doing by hand what the product does, and deleting what was done. */
final class EngineAttacks {
    private static final String CODE = "${''.getClass().forName('java.lang.Runtime').getMethods()[0].invoke(null)}";
    private static final String BY_CODE = "{\"name\": \"x\", \"assigneeExpression\": \"" + CODE + "\"}";
    private static final String IN_AN_OR = "{\"orQueries\": [" + BY_CODE + "]}";
    private static final String MODEL = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"complaint.bpmn\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"x\"><process id=\"complaint\" isExecutable=\"true\"/></definitions>\r\n--x--\r\n";

    static final List<Attack> ALL = Stream.of(queries(), models(), byHand(), history()).flatMap(List::stream).toList();

    private EngineAttacks() {}

    /** CVE-2026-109432 and filters. */
    private static List<Attack> queries() {
        return List.of(
                engine("A001", OFFICER, "run code in a query of tasks", "POST", "/task", BY_CODE, 400).noted(),
                engine("A002", OFFICER, "run code in a count of tasks", "POST", "/task/count", BY_CODE, 400).noted(),
                engine("A003", OFFICER, "run code in an or-query", "POST", "/task", IN_AN_OR, 400).noted(),
                engine("A004", OFFICER, "run code in an or-query of a count", "POST", "/task/count", IN_AN_OR, 400).noted(),
                engine("A005", OFFICER, "run code in the second or-query", "POST", "/task", "{\"orQueries\": [{\"name\": \"x\"}, " + BY_CODE + "]}", 400).noted(),
                engine("A006", OFFICER, "run code under an escaped key", "POST", "/task", IN_AN_OR.replace("orQ", "\\u006frQ").replace("assigneeE", "\\u0061ssigneeE"), 400).noted(),
                engine("A007", OFFICER, "run code in the parameters of a query", "GET", "/task?assigneeExpression=%24%7B''.getClass()%7D", "", 400).noted(),
                engine("A008", OFFICER, "run code in what narrows a saved filter", "POST", "/filter/{filter}/list", BY_CODE, 400).noted(),
                engine("A009", OFFICER, "run code in an or-query that narrows a saved filter", "POST", "/filter/{filter}/list", IN_AN_OR, 400).noted(),
                engine("A010", OFFICER, "run code in what narrows the count of a saved filter", "POST", "/filter/{filter}/count", IN_AN_OR, 400).noted(),
                engine("A011", OFFICER, "run code in what narrows a saved filter to one", "POST", "/filter/{filter}/singleResult", IN_AN_OR, 400).noted(),
                engine("A012", List.of(OFFICER, SUPERVISOR, OWNER), "save a filter that runs code", "POST", "/filter/create",
                        "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": " + BY_CODE + "}", 403).noted(),
                engine("A013", List.of(OFFICER, SUPERVISOR, OWNER), "put code into a saved filter", "PUT", "/filter/{filter}",
                        "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": " + IN_AN_OR + "}", 403).noted(),
                engine("A014", ADMINISTRATOR, "save a filter that runs code", "POST", "/filter/create",
                        "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": " + BY_CODE + "}", 400).noted(),
                engine("A015", ADMINISTRATOR, "put code into an or-query of a saved filter", "PUT", "/filter/{filter}",
                        "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": " + IN_AN_OR + "}", 400).noted(),
                engine("A016", OFFICER, "delete a filter that others use", "DELETE", "/filter/{filter}", "", 403).noted());
    }

    private static List<Attack> models() {
        return List.of(
                engine("A017", EVERYBODY, "deploy a model", "POST", "/deployment/create", MODEL, 403).noted(),
                engine("A018", STRANGER, "deploy a model", "POST", "/deployment/create", MODEL, 401),
                engine("A019", EVERYBODY, "deploy a model again", "POST", "/deployment/{deployment}/redeploy", "{}", 403, 404),
                engine("A020", EVERYBODY, "delete a deployment with its cases", "DELETE", "/deployment/{deployment}?cascade=true", "", 403, 404),
                engine("A021", EVERYBODY, "delete a model with its cases", "DELETE", "/process-definition/{model}?cascade=true", "", 403, 404).noted(),
                engine("A022", EVERYBODY, "let a model's history be forgotten tomorrow", "PUT", "/process-definition/{model}/history-time-to-live", "{\"historyTimeToLive\": 1}", 403, 404).noted(),
                engine("A023", EVERYBODY, "stop a model", "PUT", "/process-definition/{model}/suspended", "{\"suspended\": true, \"includeProcessInstances\": true}", 403, 404).noted());
    }

    private static List<Attack> byHand() {
        return List.of(
                engine("A024", EVERYBODY, "skip a step of a case", "POST", "/process-instance/{instance}/modification",
                        "{\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"UserTask_AcknowledgeComplaint\"}]}", 403, 404).noted(),
                engine("A025", EVERYBODY, "skip a step of many cases", "POST", "/modification/execute", "{\"processDefinitionId\": \"{model}\", \"processInstanceIds\": [\"{instance}\"],"
                        + "\"instructions\": [{\"type\": \"cancel\", \"activityId\": \"UserTask_AcknowledgeComplaint\"}]}", 403, 404).noted(),
                engine("A026", EVERYBODY, "send a message that ends a case", "POST", "/message", "{\"messageName\": \"ComplaintEnded\", \"all\": true}", 403, 400).noted(),
                engine("A027", EVERYBODY, "send a signal", "POST", "/signal", "{\"name\": \"over\"}", 403, 400).noted(),
                engine("A028", EVERYBODY, "signal an execution", "POST", "/execution/{execution}/signal", "{\"variables\": {}}", 403, 400).noted(),
                engine("A029", EVERYBODY, "run a timer before its time", "POST", "/job/{job}/execute", "", 403, 404).noted(),
                engine("A030", EVERYBODY, "move a deadline's timer", "PUT", "/job/{job}/duedate", "{\"duedate\": \"2099-01-01T00:00:00.000+0000\"}", 403, 404).noted(),
                engine("A031", EVERYBODY, "have a timer computed anew", "POST", "/job/{job}/duedate/recalculate", "", 403, 404).noted(),
                engine("A032", EVERYBODY, "stop a timer", "PUT", "/job/{job}/retries", "{\"retries\": 0}", 400, 403, 404).noted(),
                engine("A033", EVERYBODY, "delete a timer", "DELETE", "/job/{job}", "", 403, 404).noted(),
                engine("A034", EVERYBODY, "suspend the timers of a case", "PUT", "/job/suspended", "{\"processInstanceId\": \"{instance}\", \"suspended\": true}", 403).noted(),
                engine("A035", EVERYBODY, "change a variable of a case", "PUT", "/process-instance/{instance}/variables/council", "{\"value\": \"kent\", \"type\": \"String\"}", 403, 404).noted(),
                engine("A036", EVERYBODY, "delete a variable of a case", "DELETE", "/process-instance/{instance}/variables/council", "", 403, 404).noted(),
                engine("A037", EVERYBODY, "plant an object of any class", "PUT", "/process-instance/{instance}/variables/x", "{\"value\": \"{}\", \"type\": \"Object\", \"valueInfo\":"
                        + "{\"objectTypeName\": \"org.springframework.context.support.ClassPathXmlApplicationContext\", \"serializationDataFormat\": \"application/json\"}}", 400, 403, 404).noted(),
                engine("A038", OFFICER, "plant an object that Java serialized", "POST", "/process-definition/key/complaint/submit-form", "{\"variables\": {\"complaintText\":"
                        + "{\"value\": \"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==\", \"type\": \"Object\", \"valueInfo\": {\"objectTypeName\": \"java.util.HashMap\","
                        + "\"serializationDataFormat\": \"application/x-java-serialized-object\"}}}}", 400),
                engine("A039", EVERYBODY, "suspend a case", "PUT", "/process-instance/{instance}/suspended", "{\"suspended\": true}", 403, 404).noted(),
                engine("A040", EVERYBODY, "suspend all cases", "PUT", "/process-instance/suspended", "{\"processDefinitionKey\": \"complaint\", \"suspended\": true}", 403).noted(),
                engine("A041", EVERYBODY, "restart a case from the middle", "POST", "/process-definition/{model}/restart", "{\"processInstanceIds\": [\"{instance}\"],"
                        + "\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"UserTask_AcknowledgeComplaint\"}]}", 403, 404).noted(),
                engine("A042", EVERYBODY, "migrate a case to another model", "POST", "/migration/execute", "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \"{model}\","
                        + "\"targetProcessDefinitionId\": \"{model}\", \"instructions\": []}, \"processInstanceIds\": [\"{instance}\"]}", 400, 403, 404).noted(),
                engine("A043", EVERYBODY, "delete a case", "DELETE", "/process-instance/{instance}?skipCustomListeners=true", "", 403, 404).noted(),
                engine("A044", EVERYBODY, "delete cases later, in a batch", "POST", "/process-instance/delete", "{\"processInstanceIds\": [\"{instance}\"]}", 403).noted(),
                engine("A045", EVERYBODY, "evaluate a decision by hand", "POST", "/decision-definition/key/procedure/evaluate", "{\"variables\": {}}", 403, 404),
                closed("A046", EVERYBODY, "take work of machines", "POST", "/external-task/fetchAndLock",
                        "{\"workerId\": \"me\", \"maxTasks\": 1, \"topics\": [{\"topicName\": \"x\", \"lockDuration\": 1000}]}", 403),
                engine("A047", EVERYBODY, "make an incident", "POST", "/execution/{execution}/create-incident", "{\"incidentType\": \"x\", \"configuration\": \"x\"}", 403, 404).noted(),
                engine("A048", EVERYBODY, "resolve an incident", "DELETE", "/incident/none", "", 403, 404).noted(),
                engine("A049", EVERYBODY, "delete a batch", "DELETE", "/batch/none?cascade=true", "", 403, 404).noted(),
                engine("A050", EVERYBODY, "switch measurements for the maker on", "POST", "/telemetry/configuration", "{\"enableTelemetry\": true}", 403).noted(),
                engine("A051", EVERYBODY, "read the engine's measurements", "GET", "/metrics/activity-instance-start/sum", "", 403, 404).noted(),
                engine("A052", List.of(OFFICER, CLERK, NEIGHBOUR, SUPERVISOR, OWNER), "read about the engine's tables", "GET", "/schema/log?maxResults=9", "", 403, 404, NOTHING),
                engine("A053", EVERYBODY, "read what the engine runs on", "GET", "/telemetry/data", "", 403).noted());
    }

    private static List<Attack> history() {
        return List.of(
                engine("A054", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "delete the history of a case", "DELETE", "/history/process-instance/{instance}", "", 403, 404).noted(),
                engine("A055", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "delete the history of cases, in a batch", "POST", "/history/process-instance/delete",
                        "{\"historicProcessInstanceIds\": [\"{instance}\"]}", 403).noted(),
                engine("A056", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "delete the history of a case's variables", "DELETE",
                        "/history/process-instance/{instance}/variable-instances", "", 403, 404).noted(),
                engine("A057", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "have the history cleaned", "POST", "/history/cleanup?immediatelyDue=true", "", 403).noted(),
                engine("A058", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "let a case be removed tomorrow", "POST", "/history/process-instance/set-removal-time",
                        "{\"absoluteRemovalTime\": \"2000-01-01T00:00:00.000+0000\", \"historicProcessInstanceIds\": [\"{instance}\"]}", 403).noted(),
                engine("A059", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "clear what was written on the log of operations", "PUT", "/history/user-operation/none/clear-annotation", "", 403).noted(),
                engine("A060", List.of(ADMINISTRATOR, SUPERVISOR, OWNER), "write on the log of operations", "PUT", "/history/user-operation/none/set-annotation",
                        "{\"annotation\": \"x\"}", 403).noted(),
                engine("A061", ADMINISTRATOR, "read cases in the history", "GET", "/history/process-instance?maxResults=9", "", NOTHING),
                engine("A062", List.of(OFFICER, CLERK, NEIGHBOUR), "read the log of operations", "GET", "/history/user-operation?maxResults=9", "", NOTHING, 403),
                engine("A063", List.of(OFFICER, ADMINISTRATOR), "ask with a statement in place of a sort order", "GET", "/task?sortBy=id%3Bdrop+table+complaint&sortOrder=asc", "", 400),
                other("A064", OFFICER, "ask with a statement in place of a name", "webapps", scene -> Stream.of(
                        scene.asBrowser(OFFICER, "GET", "/camunda/api/engine/engine/default/task?nameLike=%25'+or+'1'%3D'1", "")), NOTHING));
    }
}
