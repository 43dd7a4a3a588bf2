package org.redress.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.w3c.dom.Element;

/** Which variables a case can have, from whom, and which answers forms offer for them. */
final class Names {
    /** What the steps and forms of the product give by themselves. A test compares it with what they set. */
    static final Set<String> GIVEN = Set.of(
            "aboutRequest", "absent", "acknowledgedOn", "actionKind", "actionNumber", "advocateAwaited", "agreedActionBy", "agreedFromOn",
            "agreedWithin", "allTestsMet", "approval", "arrived", "askedFor", "askedOf", "asksFor", "assessment", "authority", "barred", "bothLimbs",
            "careService", "carries", "caseReference", "casesToMove", "certificate", "changeNumber", "changes", "closingReasons", "comesAgain", "complainantRole",
            "confirmation", "confirmationNeeded", "confirmedBy", "correctedBy", "copyNumber", "council", "course", "courseWentOn", "deadlineOf", "decision",
            "daysInOrder", "deputy", "disclosureAskedBy", "dispatchNumber", "dutyDone", "dutyNumber", "endsAs", "endsBecause", "enquiryNumber", "enquiryReplyBy", "escalated", "factsToChoose",
            "faultFound", "follows", "forwardedOn", "giveBack", "happenedOn", "happening", "holderNow", "inWriting", "injusticeFound", "intakeAgain",
            "intakeCourse", "investigated", "issueClause", "issueGround", "issueNumber", "late", "lateNeeds", "lateRule", "lateSince", "leadBody",
            "leaveNumber", "letterCameOn", "letterCandidates", "letterChannel", "letterIs", "letterOf", "letterSigns", "message", "moreAskedFor", "moveFinal", "nhsConcerned", "nobodyComplains", "openTasks", "openWork", "oral",
            "otherComplaint", "otherResponder", "owedToUs", "personNumber", "placedIn", "premature", "procedure", "proposedBy", "proposesRemedy", "pursued", "receivedAt",
            "receiptComes", "receivedOn", "refused", "remedyAccepted", "remedyStands", "replyBy", "reportPeriodEndsOn", "reportReceivedOn", "requestedOn",
            "responder", "responseSentOn", "restrictionDecidedOn", "restrictionNumber", "restrictionReview", "reviewOpen", "reviewedBy",
            "rightSubject", "samePeople", "sameReference", "side", "stageDone", "stageNumber", "startedBy", "startedOn", "straightToStage2", "sufficientInterest",
            "takenUpOn", "testsNotMet", "verdict", "verdictOn", "whatChanges", "whatHappened", "wish", "workLeft", "workOffered");

    /** What the engine says of what is done several times. */
    private static final Set<String> OF_THE_ENGINE = Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter");

    /** Free text stays in the case file. */
    private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");
    private static final Set<String> CHOICES = Set.of("select", "radio");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    private static final String DUE = "Due";
    private static final int MOST_SHOWN = 12;

    private final boolean forms;
    private final Set<String> variables = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Map<String, Set<String>> offered = new HashMap<>();
    private final Set<String> open = new HashSet<>(GIVEN);
    private final Set<String> deadlines = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Set<String> mapped = new HashSet<>();
    private final Map<String, List<Element>> callers = new HashMap<>();

    Names(Models models) {
        forms = models.forms().findAny().isPresent();
        models.forms().flatMap(form -> form.components().stream()).filter(component -> component.hasNonNull("key")).forEach(this::form);
        models.processes().forEach(this::process);
        models.tables().forEach(this::table);
        models.processes().flatMap(file -> file.all("callActivity")).forEach(call -> call(models, call));
    }

    private void form(JsonNode field) {
        var key = field.path("key").asText();
        var type = field.path("type").asText();
        (FREE_TEXT.contains(type) ? texts : variables).add(key);
        if (field.hasNonNull("valuesKey")) {
            people.add(key);
            open.add(key);
        } else if (CHOICES.contains(type)) {
            StreamSupport.stream(field.path("values").spliterator(), false).map(option -> option.path("value").asText())
                    .forEach(option -> offered.computeIfAbsent(key, k -> new TreeSet<>()).add(option));
        }
    }

    private void process(XmlFile file) {
        for (var element : file.elements()) {
            for (var attribute : XmlFile.attributes(element)) {
                if (Set.of("elementVariable", "resultVariable", "errorCodeVariable", "errorMessageVariable").contains(attribute.getLocalName())) {
                    mapped.add(attribute.getValue());
                }
            }
            if (Set.of("inputParameter", "outputParameter").contains(element.getLocalName())) {
                mapped.add(element.getAttribute("name"));
                if (element.getAttribute("name").equals("deadline")) {
                    deadlines.add(element.getTextContent().strip());
                }
            } else if (Set.of("in", "out").contains(element.getLocalName()) && !element.getAttribute("source").equals(element.getAttribute("target"))) {
                mapped.add(element.getAttribute("target"));
            }
        }
    }

    private void table(Table table) {
        for (int i = 0; i < table.inputs().size(); i++) {
            if (table.inputs().get(i).text().equals("deadline")) {
                int column = i;
                table.rows().forEach(row -> TEXT.matcher(row.input(column)).results().forEach(kind -> deadlines.add(kind.group(1))));
            }
        }
    }

    /** What forms, tables, mappings and deadlines give, and the product's steps do not: of these it can be told where they are set. */
    Set<String> settable() {
        if (!forms) {
            return Set.of();
        }
        var settable = new TreeSet<>(variables);
        settable.addAll(mapped);
        deadlines.forEach(deadline -> settable.add(variable(deadline)));
        settable.removeAll(GIVEN);
        settable.removeAll(OF_THE_ENGINE);
        settable.remove("");
        return settable;
    }

    /** What calls a process: by its name, or by a table that may choose it. */
    Stream<Element> callersOf(String process) {
        return callers.getOrDefault(process, List.of()).stream();
    }

    private void call(Models models, Element call) {
        var called = call.getAttribute("calledElement");
        if (!ExpressionCheck.computes(called)) {
            callers.computeIfAbsent(called, id -> new ArrayList<>()).add(call);
            return;
        }
        // whatever a cell of a table says may be called
        models.processes().flatMap(file -> file.all("process")).map(process -> process.getAttribute("id")).filter(id -> models.tables()
                .anyMatch(table -> table.rows().stream().anyMatch(row -> row.outputs().stream().anyMatch(cell -> XmlFile.text(cell, "text").equals("\"" + id + "\"")))))
                .forEach(id -> callers.computeIfAbsent(id, other -> new ArrayList<>()).add(call));
    }

    /** Whether something gives a variable of this name; without forms nobody can tell. */
    boolean known(String name) {
        return !forms || GIVEN.contains(name) || OF_THE_ENGINE.contains(name) || variables.contains(name) || mapped.contains(name)
                || deadlines.stream().anyMatch(deadline -> variable(deadline).equals(name));
    }

    /** Why a name is not known, and how it may have been meant. */
    String unknown(String name) {
        if (texts.contains(name)) {
            return "reads " + name + ", which is free text and stays in the case file; ask for a choice, a day, a number or a box";
        }
        return "reads " + name + ", which no form, table or step gives; " + near(name, Stream.concat(Stream.of(variables, mapped, GIVEN).flatMap(Set::stream), deadlines.stream().map(Names::variable))).orElse("correct the name");
    }

    /** How an answer that no form offers may have been meant, and what can be answered. */
    static String instead(String answer, Set<String> offered) {
        var sorted = offered.stream().sorted().toList();
        var some = String.join(", ", sorted.subList(0, Math.min(sorted.size(), MOST_SHOWN))) + (sorted.size() > MOST_SHOWN ? " and " + (sorted.size() - MOST_SHOWN) + " more" : "");
        return "write one of " + some + near(answer, offered.stream()).map(question -> "; " + question).orElse("");
    }

    private static Optional<String> near(String name, Stream<String> known) {
        return known.filter(other -> distance(name, other) <= 2).min(Comparator.comparingInt(other -> distance(name, other)))
                .map(other -> "is it " + other + "?");
    }

    /** The answers that forms offer for a variable, if only forms give it and they list its answers. */
    Optional<Set<String>> answers(String name) {
        return open.contains(name) || mapped.contains(name) ? Optional.empty() : offered(name);
    }

    /** The answers that forms offer under a key, whoever else may set a variable of this name. */
    Optional<Set<String>> offered(String name) {
        return people.contains(name) ? Optional.empty() : Optional.ofNullable(offered.get(name));
    }

    /** Whether the case itself says who can be chosen for this. */
    boolean chosenFromTheCase(String name) {
        return people.contains(name) && !mapped.contains(name);
    }

    /** The variable of a deadline, as the product names it. */
    static String variable(String deadline) {
        var words = deadline.split("-");
        var name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(words[i].isEmpty() ? "" : Character.toUpperCase(words[i].charAt(0)) + words[i].substring(1));
        }
        return name + DUE;
    }

    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        var before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var now = new int[before.length];
            now[0] = i;
            for (int j = 1; j < now.length; j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
