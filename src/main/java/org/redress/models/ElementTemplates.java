package org.redress.models;

import static org.redress.models.ElementTemplate.Place.attribute;
import static org.redress.models.ElementTemplate.Place.parameter;
import static org.redress.models.ElementTemplate.Place.property;
import static org.redress.models.ElementTemplate.Setting.chosen;
import static org.redress.models.ElementTemplate.Setting.fixed;
import static org.redress.models.ElementTemplate.Setting.written;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.redress.identity.Role;

/**
 * The templates for elements, with the deadlines, forms, tables and groups that there are in a folder to choose from. A template sets only
 * what every element of its sort has: the Modeler writes a setting that nobody chose as an empty one, and an empty due date is none that
 * the engine reads.
 */
final class ElementTemplates {
    /** Where the Modeler looks for them from a model of the folder {@code processes}. */
    static final String FILE = ".camunda/element-templates/redress.json";
    static final String PREFIX = "redress.";

    /** Kinds of deadlines that no model sets: the product asks for their periods by itself. A test compares them with the models. */
    static final Set<String> ASKED_BY_THE_PRODUCT = Set.of("agreed-action-reminder", "closing-recorded", "complaining", "council-opportunity", "enquiry-reply-simple",
            "next-stage-request", "ombudsman-complaint", "report-inspection", "resubmission", "retention", "taking-back");

    /** Who has a role of a case by name. */
    private static final List<ElementTemplate.Choice> WHOEVER = List.of(
            choice("${whoever.answers(execution)}", "Whoever answers the complaint"),
            choice("${whoever.approves(execution)}", "Whoever approves the response"),
            choice("${whoever.investigates(execution)}", "The Investigating Officer"),
            choice("${whoever.independent(execution)}", "The Independent Person"),
            choice("${whoever.adjudicates(execution)}", "The adjudicating officer"),
            choice("${allocated.to(caseReference)}", "The investigator to whom the Ombudsman has allocated the case"));

    private static final List<ElementTemplate.Choice> DUTIES = List.of(
            choice("respond", "Answers the complaint"), choice("approve", "Approves the response"), choice("investigate", "Investigates (statutory stage 2)"),
            choice("independent", "Is the Independent Person"), choice("adjudicate", "Adjudicates"), choice("decide-intake", "Decides on the Ombudsman’s intake"),
            choice("investigate-complaint", "Investigates for the Ombudsman"), choice("draft-decision", "Drafts the Ombudsman’s decision"),
            choice("approve-decision", "Approves the Ombudsman’s decision"), choice("review", "Reviews a decision"));

    private static final List<ElementTemplate.Choice> OTHERS = List.of(choice("complainant", "The complainant"), choice("council", "The council"), choice("Ombudsman", "The Ombudsman"),
            choice("person affected", "The person affected"), choice("family", "The family"), choice("newspapers", "The newspapers"));

    /** What there can be several of in a case, each with its own deadline. */
    private static final List<ElementTemplate.Choice> NUMBERED = List.of(choice("${actionNumber}", "Each agreed action"), choice("${enquiryNumber}", "Each enquiry"),
            choice("${personNumber}", "Each person"), choice("${restrictionNumber}", "Each contact restriction"), choice("${dutyNumber}", "Each duty of a service"));

    private static final List<ElementTemplate.Choice> RESULTS = List.of(choice("singleEntry", "One answer"), choice("singleResult", "One row with several answers"),
            choice("collectEntries", "A list of answers"), choice("resultList", "A list of rows with several answers"));

    private static final String TASK = "Task";

    private ElementTemplates() {}

    /** All of them, in the order in which the Modeler is given them. */
    static List<ElementTemplate> of(Models models) {
        var deadlines = deadlines(models);
        var form = chosen(attribute("camunda:formRef"), "Form", "What is asked: a form of the folder forms.", forms(models));
        var bound = fixed(attribute("camunda:formRefBinding"), "deployment");
        var group = chosen(attribute("camunda:candidateGroups"), "Role", "Who is offered the task. Several roles, or a group of your own: write them into the file, separated by commas.", groups(models));
        var due = chosen(attribute("camunda:dueDate"), "Due", "The deadline of this model on which the task is due; a step before sets it.", deadlines.stream()
                .map(one -> choice("${" + Names.variable(one.value()) + "}", one.name())).toList());
        var assignee = chosen(attribute("camunda:assignee"), "Person", "Who gets the task by name. The role is offered it when nobody has it.", WHOEVER);
        var duty = chosen(property("duty"), "Duty", "What whoever completes it has done, for the separation of duties.", DUTIES);
        var paused = fixed(property("whilePaused"), "yes");
        var waits = chosen(property("waitsFor"), "Waits for", "Who has to do something; whoever has the task brings it forward until then.", OTHERS);
        var deadline = chosen(parameter(Deadlines.INPUT), "Deadline", "A deadline of the table allowance.", deadlines);
        return List.of(
                people("ask-role", "Ask a role with a form", "Somebody of a role fills in a form.", form, bound, group),
                people("ask-role-by-deadline", "Ask a role with a form, by a deadline", "Somebody of a role fills in a form, due on a deadline of the model.", form, bound, group, due),
                people("ask-role-also-paused", "Ask a role with a form, also while paused", "The same, and it can be completed while the case is paused.", form, bound, group, paused),
                people("ask-role-also-paused-by-deadline", "Ask a role with a form, by a deadline, also while paused", "Due on a deadline of the model, and it can be completed while the case is paused.",
                        form, bound, group, due, paused),
                people("wait-for-others", "Wait for somebody else", "Somebody of a role records what somebody else has done; it comes back on its bring-forward day.", form, bound, group, waits),
                people("wait-for-others-by-deadline", "Wait for somebody else, by a deadline", "The same, due on a deadline of the model.", form, bound, group, due, waits),
                people("ask-person", "Ask whoever has it in the case", "Whoever has a role of the case by name fills in a form; it counts for the separation of duties.", form, bound, group, assignee, duty),
                people("ask-person-by-deadline", "Ask whoever has it in the case, by a deadline", "The same, due on a deadline of the model.", form, bound, group, assignee, due, duty),
                step("set-deadline", "Set a deadline", "Works out the day from the table allowance; tasks and timers read it. Its name has the words set … deadline.", "${setDeadline}", deadline),
                step("set-numbered-deadline", "Set a deadline for each of several", "The same, where a case has several of a kind, each with its own day.", "${setDeadline}", deadline,
                        chosen(parameter("deadlineOf"), "One for", "What there are several of.", NUMBERED)),
                step("remind-of-deadline", "Remind of a deadline", "Writes into the chronology that whoever has it was reminded. Its name has the words remind … of … deadline.", "${remindOfDeadline}", deadline),
                step("report-missed-deadline", "Report a missed deadline", "Recorded once; open tasks get priority, and a supervisor explains the delay. Its name has the words report … missed … deadline.",
                        "${reportMissedDeadline}", deadline),
                step("record-lapse", "Record that a time is over", "Somebody’s own time has passed without an answer; nobody is late. Its name has the words record … lapse.", "${recordLapse}", deadline),
                step("close-case", "Close the case", "The case is closed, with the day from which it is kept. Its name has the words close … case.", "${closeCase}"),
                step("cancel-deadlines", "Cancel deadlines", "What is open is not owed any more. Its name has the words cancel … deadlines.", "${cancelDeadlines}"),
                new ElementTemplate(PREFIX + "ask-table", 1, "Ask a decision table", "A table of the folder processes decides.", TASK, "BusinessRuleTask", List.of("decision", "DMN"), List.of(
                        chosen(attribute("camunda:decisionRef"), "Table", "A decision table of the folder processes.", tables(models)),
                        fixed(attribute("camunda:decisionRefBinding"), "deployment"),
                        chosen(attribute("camunda:mapDecisionResult"), "Answers with", "How many rows and columns the answer has.", RESULTS),
                        written(attribute("camunda:resultVariable"), "Kept as", "The variable that has the answer, for example procedure."))),
                call("call-stage", "Call a stage", "One stage of the procedure, as the table next-stage says; that table is asked before.", "${nextStage.stageProcess}", Stream.concat(
                        ElementTemplate.in("council", "caseReference", "procedure", "${nextStage.stageNumber}>stageNumber", "${nextStage.finalStage}>finalStage", "receivedOn", "receivedAt",
                                "acknowledgedOn", "requestedOn", "oral", "recordFinalOn", "responseReceivedOn", "${stageBegins.with(execution)}>beginsWith"),
                        ElementTemplate.out("wish", "requestedOn", "stageNumber>stageDone"))),
                call("acknowledge", "Acknowledge a request", "A request for a stage is acknowledged, defined and logged.", "acknowledgement", Stream.concat(
                        ElementTemplate.in("council", "caseReference", "procedure", "stageNumber", "receivedOn", "receivedAt", "requestedOn"), ElementTemplate.out("acknowledgedOn"))),
                call("agreed-action", "Carry out an agreed action", "An action with its own day, from reminder to evidence; make it a repetition over the actions if there are several.", "agreed-action",
                        ElementTemplate.in("council", "caseReference", "procedure", "receivedOn", "receivedAt", "decidedOn", "actionNumber")),
                call("confirm-change", "Have a change confirmed", "A second person sees what a change ends or moves, and confirms it.", "confirmation", Stream.concat(
                        ElementTemplate.in("council", "caseReference", "stageNumber", "changes", "confirmedBy", "askedFor", "confirmation"), ElementTemplate.out("confirmation"))),
                new ElementTemplate(PREFIX + "begin-with-form", 1, "Begin with a form", "Who starts the process fills in a form.", "", "StartEvent", List.of("start"), List.of(form, bound)));
    }

    private static ElementTemplate people(String id, String name, String description, ElementTemplate.Setting... settings) {
        return new ElementTemplate(PREFIX + id, 1, name, description, TASK, "UserTask", List.of("form", "people"), List.of(settings));
    }

    private static ElementTemplate step(String id, String name, String description, String delegate, ElementTemplate.Setting... settings) {
        return new ElementTemplate(PREFIX + id, 1, name, description, TASK, "ServiceTask", List.of("step"),
                Stream.concat(Stream.of(fixed(attribute("camunda:delegateExpression"), delegate)), Arrays.stream(settings)).toList());
    }

    private static ElementTemplate call(String id, String name, String description, String process, Stream<ElementTemplate.Setting> handed) {
        return new ElementTemplate(PREFIX + id, 1, name, description, TASK, "CallActivity", List.of("process"),
                Stream.concat(Stream.of(fixed(attribute("calledElement"), process), fixed(attribute("camunda:calledElementBinding"), "deployment")), handed).toList());
    }

    /** The deadlines that a model can set. */
    private static List<ElementTemplate.Choice> deadlines(Models models) {
        return models.deadlines().keySet().stream().filter(deadline -> !ASKED_BY_THE_PRODUCT.contains(deadline)).map(ElementTemplates::spoken).toList();
    }

    private static List<ElementTemplate.Choice> forms(Models models) {
        return models.forms().map(FormFile::id).sorted().map(ElementTemplates::spoken).toList();
    }

    private static List<ElementTemplate.Choice> tables(Models models) {
        return models.tables().map(Table::id).distinct().sorted().map(ElementTemplates::spoken).toList();
    }

    /** The roles, the groups that an administrator has made, and what the models ask several of at once. */
    private static List<ElementTemplate.Choice> groups(Models models) {
        var roles = Arrays.stream(Role.values()).map(role -> choice(role.group(), role.title()));
        var known = new TreeSet<>(models.surroundings().groups());
        known.removeAll(models.surroundings().councils());
        Arrays.stream(Role.values()).map(Role::group).forEach(known::remove);
        var together = models.processes().flatMap(file -> file.all("userTask")).map(task -> task.getAttributeNS(BpmnRules.CAMUNDA, "candidateGroups")).filter(groups -> groups.contains(","))
                .distinct().map(groups -> choice(groups, String.join(", ", Stream.of(groups.split(",")).map(String::strip).map(ElementTemplates::title).toList())))
                .sorted(Comparator.comparing(ElementTemplate.Choice::name));
        return Stream.of(roles, known.stream().map(ElementTemplates::spoken), together).flatMap(choices -> choices).toList();
    }

    private static String title(String group) {
        return Arrays.stream(Role.values()).filter(role -> role.group().equals(group)).map(Role::title).findFirst().orElse(group);
    }

    /** What is named in lower case with hyphens, as people read it. */
    private static ElementTemplate.Choice spoken(String id) {
        var words = id.replace('-', ' ').replaceAll("\\bombudsman(s?)\\b", "Ombudsman$1");
        return choice(id, words.substring(0, 1).toUpperCase() + words.substring(1));
    }

    private static ElementTemplate.Choice choice(String value, String name) {
        return new ElementTemplate.Choice(value, name);
    }

    /** The one that a model names, if the product has it. */
    static Optional<ElementTemplate> named(String id, List<ElementTemplate> templates) {
        return templates.stream().filter(template -> template.id().equals(id)).findFirst();
    }

    /** The file that the Modeler reads, ending with a new line. */
    static String text(Models models) {
        var indented = new DefaultPrettyPrinter();
        var lines = new DefaultIndenter("  ", "\n");
        indented.indentArraysWith(lines);
        indented.indentObjectsWith(lines);
        try {
            return new ObjectMapper().writer(indented).writeValueAsString(of(models).stream().map(ElementTemplate::json).toList()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
