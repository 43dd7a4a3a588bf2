package org.redress.models;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine's parsers say, in sentences for people who draw models. */
final class EngineSays {
    /** What is wrong, and of which element if the engine names one in its sentence. */
    record Said(Optional<String> element, String why) {}

    /**
     * A sentence of the engine and ours. The group {@code of} is the id of the element, {@code what} is taken over.
     */
    private record Saying(Pattern engine, String ours) {
        static Saying of(String engine, String ours) {
            return new Saying(Pattern.compile(engine, Pattern.DOTALL), ours);
        }

        Said said(Matcher found) {
            return new Said(group(found, "of"), group(found, "what").map(what -> ours.replace("WHAT", what)).orElse(ours));
        }

        private Optional<String> group(Matcher found, String name) {
            return engine.pattern().contains("(?<" + name + ">") ? Optional.ofNullable(found.group(name)) : Optional.empty();
        }
    }

    private static final List<Saying> SAYINGS = List.of(
            Saying.of("Exclusive Gateway '[^']*' has outgoing sequence flow '(?<of>[^']*)' without condition which is not the default flow.*",
                    "has no condition, and is not the default flow of its gateway; set a condition, or make it the default flow"),
            Saying.of("Exclusive Gateway '[^']*' has outgoing sequence flow '(?<of>[^']*)' which is the default flow but has a condition too.*",
                    "is the default flow of its gateway and has a condition, which is never asked; take the condition out, or make another flow the default"),
            Saying.of("Exclusive Gateway '(?<of>[^']*)' has only one outgoing sequence flow \\('(?<what>[^']*)'\\).*",
                    "has one way on, WHAT, and that one has a condition; draw the other ways, or take the condition out"),
            Saying.of("Exclusive Gateway '(?<of>[^']*)' has no outgoing sequence flows.*", "leads nowhere; draw its ways, or let the ways to it end in an end event"),
            Saying.of("default sequence flow '(?<what>[^']*)' not found.*|Invalid default.*", "has the default flow WHAT, which does not leave it; choose the default flow anew"),
            Saying.of("Invalid source '(?<what>[^']*)' of sequence flow '(?<of>[^']*)'.*", "begins at WHAT, which is not there or on another level; draw the flow anew"),
            Saying.of("Invalid destination '(?<what>[^']*)' of sequence flow '(?<of>[^']*)'.*", "leads to WHAT, which is not there or on another level; draw the flow anew"),
            Saying.of(".*(?:Attribute|attribute) 'sourceRef' must appear on element '[^']*sequenceFlow'.*", "a flow begins nowhere; draw it from one element to another"),
            Saying.of(".*(?:Attribute|attribute) 'targetRef' must appear on element '[^']*sequenceFlow'.*", "a flow leads nowhere; draw it from one element to another"),
            Saying.of(".*cvc-id\\.2: There are multiple occurrences of ID value '(?<of>[^']*)'.*", "has an id that stands in the file more than once; give each element its own"),
            Saying.of(".*cvc-id\\.1: There is no ID/IDREF binding for IDREF '(?<what>[^']*)'.*", "something refers to WHAT, which is not in the file; draw it anew, or take out what refers to it"),
            Saying.of(".*Invalid reference in 'attachedToRef'.*", "is attached to something that is not there; set it on the edge of a task, a called process or a sub-process"),
            Saying.of("One of the attributes 'class'.*", "has no delegate; set Implementation to Delegate expression and the bean, like ${setDeadline}"),
            Saying.of(".*DMN-02009.*", "has two columns of the same name; give each output a name of its own"),
            Saying.of(".*camunda:inputOutput mapping unsupported for element type '(?<what>[^']*)'.*", "has input or output parameters, which an element of this kind (WHAT) cannot have; set them on the tasks in it"),
            Saying.of("External tasks must specify a 'topic'.*", "is an external task, which the product does not run; set Implementation to Delegate expression and the bean, like ${setDeadline}"),
            Saying.of("duplicate activity id '(?<of>[^']*)'.*", "has an id that stands in the file more than once; give each element its own"),
            Saying.of(".*Cannot parse historyTimeToLive.*", "says how long its history is kept in a way that the engine does not read; write days, for example P2192D for six years"),
            Saying.of("Missing attribute 'calledElement'.*", "calls no process; set Called element"),
            Saying.of("start event is mandatory.*|.*must define a startEvent element.*", "has no beginning; draw a start event"),
            Saying.of("multiple none start events or timer start events not supported.*|multiple start events not supported for subprocess.*",
                    "has more than one beginning without a message; keep one start event, or give the others messages"),
            Saying.of("Timer needs configuration.*|.*timer needs configuration.*", "is a timer that waits for nothing; set Type to Date and the value to ${overdue.of(responseDue)} of a deadline"),
            Saying.of("Invalid 'messageRef': no message with id '(?<what>[^']*)' found.*", "waits for the message WHAT, which is not in the model; choose a message"),
            Saying.of("attribute 'messageRef' is required.*", "waits for a message and says not for which; choose a message"),
            Saying.of("Cannot have a message event subscription with an empty or missing name.*", "waits for a message without a name; give the message a name"),
            Saying.of("Cannot have more than one message event subscription with name '(?<what>[^']*)'.*", "waits for the message WHAT, for which something else waits at the same place; keep one of them"),
            Saying.of("start event of event subprocess must be of type.*", "begins an event sub-process and waits for nothing; give it a message, an error, an escalation or a signal"),
            Saying.of("(?:message|signal|error|timer|escalation|conditional|compensate)EventDefini?tion (?:is not|only) allowed on start event.*",
                    "begins a sub-process that is drawn into the flow, so that it waits for nothing; make the sub-process an event sub-process, or the start event a plain one"),
            Saying.of("Event based gateway can only be connected to.*", "leads to something that does not wait; let it lead to events that catch"),
            Saying.of("Either loopCardinality or.*", "is done several times and says not how often; set a collection, such as ${issuesToAnswer.of(caseReference)}"),
            Saying.of(".*cvc-complex-type\\.2\\.4\\.[ab]: Invalid content was found starting with element '\\{?(?:\"[^\"]*\":)?(?<what>[^'}]*)\\}?'.*", "holds WHAT where it does not belong; draw it anew in the Modeler"),
            Saying.of(".*cvc-complex-type\\.4: Attribute '(?<what>[^']*)' must appear on element '[^']*'.*", "lacks the setting WHAT; draw it anew in the Modeler"),
            Saying.of(".*cvc-complex-type\\.3\\.2\\.2: Attribute '(?<what>[^']*)' is not allowed.*", "has the setting WHAT, which the engine does not know; take it out"),
            Saying.of(".*cvc-(?:enumeration|datatype|attribute|pattern)[^:]*: (?:Value )?'?(?<what>[^']*)'? .*", "has the value WHAT, which cannot stand there; set it anew in the Modeler"));

    private EngineSays() {}

    static Said of(String message) {
        return SAYINGS.stream().map(saying -> Optional.of(saying.engine().matcher(message)).filter(Matcher::matches).map(saying::said))
                .flatMap(Optional::stream).findFirst().orElseGet(() -> new Said(Optional.empty(), "the engine cannot read it: " + one(message) + "; draw it anew in the Modeler"));
    }

    static String innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static String one(String message) {
        var first = message.replaceAll("(?s)\\R.*", "").replaceFirst("^ENGINE-\\d+ ", "").replaceFirst("\\.$", "");
        return first.length() > 200 ? first.substring(0, 200) + "…" : first;
    }
}
