package org.redress.replay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Fact;
import org.redress.casefile.Happening;
import org.redress.casefile.Reference;
import org.redress.deadline.Deadlines;
import org.redress.decision.TableRefused;
import org.redress.gate.AnswersRefused;
import org.redress.gate.AskedBack;
import org.redress.gate.FormField;
import org.redress.gate.OrderOfDays;
import org.redress.identity.Accounts;
import org.redress.identity.Authority;
import org.redress.identity.RestrictedCases;
import org.redress.quality.Finding;
import org.redress.quality.QualityChecks;
import org.redress.quality.SidesDiffer;
import org.redress.quality.SidesDiffer.Side;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;
import org.springframework.stereotype.Component;

/** Plays case scripts through the product: people sign in, claim and complete with the real forms, and time passes in between. */
@Component
public class Replay {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 30);
    private static final String OMBUDSMAN_CASE = "ombudsman-case";
    private static final String CONFIRM_END = "Confirm colleague’s change";
    /** With which somebody may end what is owed. */
    private static final Set<String> ENDING = Set.of("case-event", "ombudsman-event", "ombudsman-letter");
    /** Who starts what, if the script does not say. */
    private static final Map<String, String> STARTERS = Map.of(OMBUDSMAN_CASE, "ombudsman-intake", "ombudsman-event", "ombudsman-investigator",
            "ombudsman-letter", "COUNCIL-link-officer", "wrong-file", "COUNCIL-link-officer");
    private static final String PLACE_LETTER = "Place letter";
    private static final String OTHER_CASE = "case";

    /** What a form that is about a case, or about two, asks for it. */
    private static final Set<String> CASES = Set.of("caseReference", "otherReference");

    /** Choices that say which way a step went. */
    private static final Set<String> TURNS = Set.of("approval", "finding", "fault", "injustice", "intake", "draftStands", "verdict", "publication");

    /** What somebody did, in the file of either side, comes before what the product did because of it in both. */
    private static final Comparator<Told> IN_ORDER = Comparator.comparing((Told told) -> told.line().on()).thenComparing(Told::recordedAt)
            .thenComparing(told -> told.line().who().equals(CaseFiles.PRODUCT));

    private final SimulatedTime time;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final IdentityService identity;
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final AgreedActions actions;
    private final QualityChecks checks;
    private final Accounts accounts;
    private final Authority authority;
    private final OrderOfDays order;

    Replay(SimulatedTime time, RepositoryService repository, FormService forms, TaskService tasks, IdentityService identity,
            CaseFiles cases, Deadlines deadlines, AgreedActions actions, QualityChecks checks, Accounts accounts, Authority authority, OrderOfDays order) {
        this.time = time;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.identity = identity;
        this.cases = cases;
        this.deadlines = deadlines;
        this.actions = actions;
        this.checks = checks;
        this.accounts = accounts;
        this.authority = authority;
        this.order = order;
    }

    /** Plays the whole script on its own dates and leaves the clock on its last day. */
    Timeline play(CaseScript script) {
        return new Playing(script, 0).all();
    }

    /**
     * Plays the script once for each day on which a copy in flight stands: as far as that day, or a day of the six before it with the
     * weekday of today, with all dates moved so that this day is today.
     */
    void playInFlight(CaseScript script, LocalDate today) {
        script.inFlightOn().forEach(stands -> playInFlight(script, stands, today));
    }

    /** One copy, which stands on this day of the script or one of the six before it. */
    void playInFlight(CaseScript script, LocalDate stands, LocalDate today) {
        var sameWeekday = stands.minusDays(Math.floorMod(ChronoUnit.DAYS.between(today, stands), 7));
        new Playing(script, ChronoUnit.DAYS.between(sameWeekday, today)).until(sameWeekday);
    }

    /** A line of a chronology and when it was recorded. */
    private record Told(Timeline.Line line, LocalDateTime recordedAt) {}

    /** One script on its way. */
    private final class Playing {
        private final CaseScript script;
        private final long moveBy;
        private final List<Timeline.TurnedDown> turnedDown = new ArrayList<>();
        private final List<Timeline.Remark> remarks = new ArrayList<>();
        private final List<Timeline.Line> notes = new ArrayList<>();
        private final Set<String> own = new HashSet<>();
        private @Nullable String reference;
        private @Nullable String ombudsmanReference;
        private @Nullable LocalDate day;
        private int minute;

        Playing(CaseScript script, long moveBy) {
            this.script = script;
            this.moveBy = moveBy;
        }

        Timeline all() {
            script.steps().forEach(this::take);
            return timeline();
        }

        /** A copy that stands at the Ombudsman's begins there: today's procedure of the council may have other stages than that of the case. */
        void until(LocalDate until) {
            var steps = script.steps().stream().filter(step -> !step.on().isAfter(until)).toList();
            var atOmbudsman = steps.stream().dropWhile(step -> !step.name().equals(OMBUDSMAN_CASE)).toList();
            (atOmbudsman.isEmpty() ? steps : atOmbudsman).forEach(this::take);
            time.passTo(until.plusDays(moveBy).atTime(OFFICE_OPENS).atZone(LONDON).toInstant());
        }

        private void take(Step step) {
            remark(step);
            if (step.kind() == Kind.NOTE) {
                passTo(step);
                notes.add(new Timeline.Line(step.on(), Timeline.COUNCIL, step.name(), "the source", null));
                return;
            }
            var on = step.on().plusDays(moveBy);
            // several things on one day happen one after the other
            minute = on.equals(day) ? minute + 5 : 0;
            day = on;
            try {
                time.passTo(on.atTime(OFFICE_OPENS).plusMinutes(minute).atZone(LONDON).toInstant());
                if (step.kind() == Kind.START) {
                    start(step);
                } else {
                    complete(step);
                }
            } catch (AnswersRefused e) {
                turnedDown(step, Objects.requireNonNull(e.getMessage()));
                return;
            } catch (ScriptRefused e) {
                throw e;
            } catch (RuntimeException e) {
                throw new ScriptRefused(step.line(), "\"" + step.name() + "\" is not possible: " + why(e));
            } finally {
                identity.clearAuthentication();
            }
            if (step.turnedDown() != null) {
                throw new ScriptRefused(step.line(), "\"" + step.name() + "\" should have been turned down, and the product let it happen.");
            }
        }

        /** A note's day comes, unless something that was done before stands behind it. */
        private void passTo(Step note) {
            boolean later = script.steps().stream().filter(step -> step.kind() != Kind.NOTE && script.steps().indexOf(step) > script.steps().indexOf(note))
                    .allMatch(step -> !step.on().isBefore(note.on()));
            var on = note.on().plusDays(moveBy);
            if (later && (day == null || on.isAfter(day))) {
                time.passTo(on.atTime(OFFICE_OPENS).atZone(LONDON).toInstant());
            }
        }

        /** A table that cannot decide says so itself, however deep inside the engine. */
        private static String why(RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof TableRefused || cause instanceof DmnEngineException) {
                    return cause instanceof TableRefused ? String.valueOf(cause.getMessage()) : "a decision table cannot be evaluated: " + innermost(cause);
                }
            }
            return String.valueOf(e.getMessage());
        }

        private static String innermost(Throwable e) {
            return e.getCause() == null ? String.valueOf(e.getMessage()) : innermost(e.getCause());
        }

        private void turnedDown(Step step, String sentence) {
            if (step.turnedDown() == null) {
                var fields = Vocabulary.ofTheProduct().fields(step.name()).values();
                var told = fields.stream().filter(field -> sentence.startsWith(field.label() + ": ")).findFirst();
                throw new ScriptRefused(told.map(field -> step.lineOf("answers/" + field.key())).orElse(step.line()), "\"" + step.name() + "\" was turned down: " + sentence
                        + told.map(field -> " Its key is " + field.key() + ".").orElse(""));
            }
            if (!sentence.contains(step.turnedDown())) {
                throw new ScriptRefused(step.line(), "\"" + step.name() + "\" was turned down, but not because of \"" + step.turnedDown()
                        + "\": " + sentence);
            }
            turnedDown.add(new Timeline.TurnedDown(step.on(), step.name(), sentence));
        }

        private void start(Step step) {
            var user = step.as() != null ? step.as() : STARTERS.getOrDefault(step.name(), script.council() + "-officer").replace("COUNCIL", script.council());
            // asked before they sign in, because not everybody may look up where people work
            boolean ofCouncil = tenants(user).contains(script.council());
            signIn(step, user);
            var definition = repository.createProcessDefinitionQuery().processDefinitionKey(step.name()).latestVersion().singleResult();
            if (definition == null) {
                throw new ScriptRefused(step.line(), "there is no process \"" + step.name() + "\".");
            }
            var instance = confirming(step, startAnswers(step, ofCouncil), answers -> forms.submitStartForm(definition.getId(), answers));
            own.add(String.valueOf(instance.getBusinessKey()));
            identity.clearAuthentication();
            confirmEnd(step, user, instance.getBusinessKey());
            if (step.name().equals(OMBUDSMAN_CASE)) {
                ombudsmanReference = instance.getBusinessKey();
            } else if (reference == null && !String.valueOf(instance.getBusinessKey()).equals(ombudsmanReference)) {
                reference = instance.getBusinessKey();
            }
        }

        private Optional<Step> next(Step step) {
            return script.steps().stream().skip(script.steps().indexOf(step) + 1L).filter(other -> other.kind() != Kind.NOTE).findFirst();
        }

        /** A source does not tell of the second person who confirms what an event or a letter ends: one does on the same day, unless the next step is theirs. */
        private void confirmEnd(Step step, String asker, String file) {
            if (!ENDING.contains(step.name()) || next(step).filter(other -> Vocabulary.same(other.name(), CONFIRM_END)).isPresent()) {
                return;
            }
            for (var task : tasks.createTaskQuery().processInstanceBusinessKey(file).taskName(CONFIRM_END).active().list()) {
                var groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
                var second = authority.members(groups, task.getTenantId()).stream().filter(person -> !person.equals(asker) && person.contains("supervisor")).findFirst();
                signIn(step, second.orElseThrow(() -> new ScriptRefused(step.line(), "nobody at " + task.getTenantId() + " can confirm what this ends.")));
                tasks.claim(task.getId(), second.get());
                forms.submitTaskForm(task.getId(), Map.of("confirmation", "confirm"));
                identity.clearAuthentication();
            }
        }

        /** The script's own cases are found by themselves; a copy in flight, or a case that is played again, gets a number of its own. */
        private Map<String, Object> startAnswers(Step step, boolean ofCouncil) {
            var answers = answers(step);
            if (step.name().equals(OMBUDSMAN_CASE)) {
                if (!answers.containsKey("otherAuthority")) {
                    answers.put("authority", authority(step));
                }
                if (reference != null) {
                    answers.putIfAbsent("councilReference", reference);
                }
                if (moveBy != 0 || cases.taken(Reference.read(String.valueOf(answers.get("ombudsmanReference"))))) {
                    answers.remove("ombudsmanReference");
                }
                return answers;
            }
            // what a form cannot do without is about the case of whoever starts it
            var about = ofCouncil ? councilReference() : ombudsmanReference;
            Vocabulary.ofTheProduct().fields(step.name()).values().stream().filter(field -> field.required() && CASES.contains(field.key()))
                    .forEach(field -> answers.putIfAbsent(field.key(), about));
            return answers;
        }

        /** The two sides of a script are one case, so the complaint is about the script's council. */
        private String authority(Step step) {
            var name = Vocabulary.councils().getOrDefault(script.council(), script.council());
            var written = step.answers().getOrDefault("authority", name).toString();
            if (!Vocabulary.same(written, name) && !Vocabulary.same(written, script.council())) {
                throw new ScriptRefused(step.lineOf("answers/authority"), "\"authority\" is the script's council, " + name + ", not " + written
                        + "; write it so, or leave it out.");
            }
            return script.council();
        }

        private void complete(Step step) {
            var task = task(step);
            var user = step.as() != null ? step.as() : task.getAssignee() != null ? task.getAssignee() : candidate(step, task);
            signIn(step, user);
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
            }
            try {
                confirming(step, taskAnswers(step, task), answers -> {
                    forms.submitTaskForm(task.getId(), answers);
                    return task;
                });
            } catch (AnswersRefused e) {
                if (task.getAssignee() == null) {
                    tasks.setAssignee(task.getId(), null);
                }
                throw e;
            }
        }

        /** Where only the case knows what can be chosen, it is chosen by its words as people see them, or by what stands before its day. */
        private Map<String, Object> taskAnswers(Step step, Task task) {
            var answers = answers(step);
            // the script does not know what number its case has got
            if (step.name().equals(PLACE_LETTER) && OTHER_CASE.equals(answers.get("belongsTo"))) {
                answers.putIfAbsent("otherCaseReference", councilReference());
            }
            for (var field : Vocabulary.ofTheProduct().fields(step.name()).values()) {
                if (field.optionsFrom() != null && answers.get(field.key()) instanceof String words) {
                    answers.put(field.key(), chosen(step, field.key(), words, FormField.options(tasks.getVariable(task.getId(), field.optionsFrom()))));
                }
            }
            return answers;
        }

        /** The value of what is meant; what is nothing of it is left to the product, which says what there is. */
        private static String chosen(Step step, String key, String words, Map<String, String> options) {
            if (options.containsKey(words)) {
                return words;
            }
            var said = options.entrySet().stream().filter(option -> Vocabulary.same(option.getValue(), words)).findFirst();
            if (said.isPresent()) {
                return said.get().getKey();
            }
            var begun = options.entrySet().stream().filter(option -> Vocabulary.evened(option.getValue()).startsWith(Vocabulary.evened(words) + ":")).toList();
            if (begun.size() > 1) {
                throw new ScriptRefused(step.lineOf("answers/" + key), "\"" + words + "\" can be " + begun.stream().map(Map.Entry::getValue).collect(Collectors.joining("; or "))
                        + "; write all of the one that is meant.");
            }
            return begun.isEmpty() ? words : begun.get(0).getKey();
        }

        /**
         * What is asked back is confirmed if the script says so. It knows nothing of the cases of other scripts, and a copy in flight
         * has other days than its script: what is asked because of those is confirmed by itself, and so is that a letter was read.
         */
        private <T> T confirming(Step step, Map<String, Object> answers, Function<Map<String, Object>, T> send) {
            var codes = new TreeSet<String>();
            boolean asked = false;
            while (true) {
                try {
                    if (!codes.isEmpty()) {
                        answers.put("confirmed", String.join(",", codes));
                    }
                    var done = send.apply(answers);
                    if (step.confirmed() && !asked && moveBy == 0) {
                        throw new ScriptRefused(step.line(), "\"" + step.name() + "\" should have been asked back, and the product asked nothing.");
                    }
                    return done;
                } catch (AskedBack back) {
                    boolean ofTheScript = back.questions().stream().filter(question -> question.letter() == null).anyMatch(question -> question.about() == null || isOwn(question.about()));
                    boolean known = !codes.addAll(back.questions().stream().map(AskedBack.Question::code).toList());
                    if (known || ofTheScript && !step.confirmed() && moveBy == 0) {
                        throw back;
                    }
                    asked |= ofTheScript;
                }
            }
        }

        private boolean isOwn(String about) {
            return own.contains(about) || about.equals(councilReference());
        }

        private Task task(Step step) {
            var open = own(step.name()).filter(task -> step.numbers().entrySet().stream()
                            .allMatch(number -> number.getValue().equals(tasks.getVariable(task.getId(), number.getKey()))))
                    // both sides have tasks of one name: the person's own first
                    .sorted(Comparator.comparing(task -> step.as() == null || tenants(step.as()).contains(RestrictedCases.council(task.getTenantId())) ? 0 : 1))
                    .toList();
            var numbered = own(step.name()).toList();
            if (open.isEmpty() && !numbered.isEmpty()) {
                var number = step.numbers().entrySet().iterator().next();
                var key = number.getKey().replace("Number", "");
                throw new ScriptRefused(step.lineOf(key), "\"" + step.name() + "\" is open for " + key + " " + numbered.stream()
                        .map(task -> String.valueOf(tasks.getVariable(task.getId(), number.getKey()))).sorted().collect(Collectors.joining(", ")) + ", not for "
                        + number.getValue() + ".");
            }
            if (open.isEmpty()) {
                var there = own(null).map(Task::getName).sorted().toList();
                throw new ScriptRefused(step.line(), "there is no task \"" + step.name() + "\" on " + step.on() + "; open are " + there + ".");
            }
            return open.get(0);
        }

        /** The open tasks of the council's case and of the Ombudsman's. */
        private Stream<Task> own(@Nullable String name) {
            return Stream.of(councilReference(), ombudsmanReference, lettersReference()).filter(Objects::nonNull).distinct().flatMap(key -> {
                var query = tasks.createTaskQuery().processInstanceBusinessKey(key).active();
                return (name == null ? query : query.taskName(name)).orderByTaskCreateTime().asc().list().stream();
            });
        }

        /** The council's case: the script's own, or the one that the Ombudsman's first letter opened. */
        private @Nullable String councilReference() {
            if (reference == null && ombudsmanReference != null) {
                reference = cases.linked(script.council(), cases.get(ombudsmanReference).council(), ombudsmanReference).map(CaseSummary::reference).orElse(null);
            }
            return reference;
        }

        /** The file in which the Ombudsman's letters lie, as long as it is another than the council's case. */
        private @Nullable String lettersReference() {
            return ombudsmanReference == null ? null
                    : cases.linked(script.council(), cases.get(ombudsmanReference).council(), ombudsmanReference).map(CaseSummary::reference).orElse(null);
        }

        private List<String> tenants(String user) {
            return identity.createTenantQuery().userMember(user).list().stream().map(Tenant::getId).toList();
        }

        private String candidate(Step step, Task task) {
            // the engine gives them in no order, and a case that is played twice is to come out the same
            var groups = tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted().toList();
            return authority.members(groups, task.getTenantId()).stream().findFirst()
                    .orElseThrow(() -> new ScriptRefused(step.line(), "nobody at " + task.getTenantId() + " is in " + groups + "."));
        }

        private void signIn(Step step, String user) {
            var account = accounts.find(user).orElseThrow(() -> new ScriptRefused(step.lineOf("as"), "there is nobody called \"" + user
                    + "\"; there are " + identity.createUserQuery().memberOfTenant(user.startsWith("ombudsman") ? "ombudsman" : script.council()).list().stream()
                    .map(User::getId).sorted().collect(Collectors.joining(", ")) + "."));
            identity.setAuthentication(user, account.groups(), account.councils());
        }

        private Map<String, Object> answers(Step step) {
            var answers = new HashMap<String, Object>();
            step.answers().forEach((key, value) -> answers.put(key, moved(value)));
            return answers;
        }

        private Object moved(Object value) {
            return value instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text).plusDays(moveBy).toString() : value;
        }

        private void remark(Step step) {
            var what = step.kind() == Kind.NOTE ? "note"
                    : step.name() + step.numbers().values().stream().map(number -> " " + number).collect(Collectors.joining());
            if (!step.assumed().isEmpty()) {
                remarks.add(new Timeline.Remark(step.on(), what, "assumed", step.assumed()));
            }
            if (!step.written().isEmpty()) {
                remarks.add(new Timeline.Remark(step.on(), what, "written differently", step.written()));
            }
        }

        private Timeline timeline() {
            var dues = new ArrayList<Timeline.Due>();
            var told = new ArrayList<Told>();
            add(councilReference(), Timeline.COUNCIL, told, dues);
            add(ombudsmanReference, Timeline.OMBUDSMAN, told, dues);
            var lines = Stream.concat(notes.stream(), told.stream().sorted(IN_ORDER).map(Told::line)).sorted(Comparator.comparing(Timeline.Line::on)).toList();
            var outcome = new Outcome(cases, actions, ombudsmanReference, dues);
            var findings = Stream.of(checks.of(Chronicles.of(script, outcome, councilReference() == null ? List.of() : cases.issues(councilReference()),
                    councilReference() == null ? List.of() : actions.promised(councilReference()))).stream(), Stream.of(councilReference(), ombudsmanReference).filter(Objects::nonNull)
                    .flatMap(file -> order.of(file, form -> true).stream()).map(day -> new Finding("DQ-11", day.on(), day.sentence())), sides()).flatMap(found -> found).toList();
            var expectations = new Expectations(dues, outcome, findings);
            return new Timeline(script.reference(), script.council(), script.title(), script.source(), lines, dues, outcome.decision(),
                    outcome.excluded(), outcome.actions(), outcome.recommended(), Outcome.promises(actions, councilReference(), dues), turnedDown, remarks, findings, expectations.check(script));
        }

        /** Where both files of the case are at hand, they are compared. */
        private Stream<Finding> sides() {
            var council = councilReference();
            if (council == null || ombudsmanReference == null) {
                return Stream.of();
            }
            var answered = cases.facts(ombudsmanReference).stream().filter(fact -> fact.field().equals("councilAnsweredOn")).reduce((earlier, later) -> later).flatMap(Fact::day);
            return SidesDiffer.of(new Side(cases.letters(council), actions.ofDecision(council), cases.chronology(council).stream()
                    .filter(happening -> !happening.who().equals(CaseFiles.PRODUCT)).map(Happening::on).collect(Collectors.toSet()), null),
                    new Side(cases.letters(ombudsmanReference), actions.ofDecision(ombudsmanReference), Set.of(), answered.orElse(null))).stream();
        }

        private void add(@Nullable String file, String side, List<Told> told, List<Timeline.Due> dues) {
            if (file != null) {
                cases.chronology(file).forEach(h -> told.add(new Told(new Timeline.Line(h.on(), side, h.what(), h.who(), detail(h)), h.recordedAt())));
                deadlines.of(file).forEach(d -> dues.add(new Timeline.Due(d.kind(), d.stage(), d.item(), side, d.owedBy(), d.triggerOn(), d.allowance(),
                        d.noPeriod() ? null : d.dueOn(), d.noPeriod() ? null : d.targetOn(), d.overdueSince(), d.closedOn(), d.daysLate(), d.outcome(), d.rule(), d.steps())));
            }
        }

        /** A case event is told by what was written with it, a step that can go several ways by which way it went. */
        private @Nullable String detail(Happening happening) {
            var told = happening.answers().stream()
                    .filter(given -> given.content() != null)
                    .filter(given -> TURNS.contains(given.field()) || (given.form().endsWith("-event") || given.form().equals("people-change")) && "details".equals(given.field()))
                    .map(given -> TURNS.contains(given.field()) ? given.label() + (given.label().endsWith("?") ? " " : ": ") + given.content() : given.content())
                    .collect(Collectors.joining("; "));
            return told.isEmpty() ? happening.detail() : told;
        }
    }
}
