package org.redress.gate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checked answers to one form, by one person of one council, about one case; a start form may open the case. */
public final class Submission {
    private final String form;
    private String title;
    private final String user;
    private final String council;
    private final LocalDate today;
    private final Map<String, Object> answers;
    private final Function<String, @Nullable Object> process;
    private final @Nullable String processInstanceId;
    private final @Nullable String processDefinitionId;
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final Map<Field, Object> byField;
    private final Set<String> codes;
    private final List<AskedBack.Question> asked = new ArrayList<>();
    private final List<String> longPast = new ArrayList<>();
    private @Nullable String reference;
    private @Nullable LocalDate happenedOn;

    Submission(Form form, String title, String user, String council, LocalDate today, Map<Field, Object> answers,
            Function<String, @Nullable Object> process, @Nullable String processInstanceId, @Nullable String processDefinitionId,
            @Nullable String reference, Set<String> codes) {
        this.form = form.id();
        this.title = title;
        this.user = user;
        this.council = council;
        this.today = today;
        this.byField = answers;
        this.answers = new LinkedHashMap<>();
        answers.forEach((field, value) -> this.answers.put(field.key(), value));
        this.process = process;
        this.processInstanceId = processInstanceId;
        this.processDefinitionId = processDefinitionId;
        this.reference = reference;
        this.codes = codes;
    }

    /** The case's reference; refuses to be asked before a start form has opened the case. */
    public String reference() {
        return Objects.requireNonNull(reference, "The case has not been opened.");
    }

    /** The case, if there is one yet. */
    public Optional<String> caseReference() {
        return Optional.ofNullable(reference);
    }

    /** Says which case this is about; for start forms. */
    public void about(String caseReference) {
        reference = caseReference;
        set("caseReference", caseReference);
    }

    /** The day on which it happened, for the chronology; without it the first date of the form that says so counts. */
    public void happenedOn(LocalDate day) {
        happenedOn = day;
    }

    LocalDate happenedOn() {
        return Optional.ofNullable(happenedOn)
                .or(() -> byField.entrySet().stream().filter(e -> e.getKey().happened() && e.getValue() != null)
                        .map(e -> (LocalDate) e.getValue()).findFirst())
                .orElse(today);
    }

    public String form() {
        return form;
    }

    /** The name of the task or process, as people see it. */
    public String title() {
        return title;
    }

    /** Gives the chronology's line a title of its own, where the form's answer says more than its name. */
    public void titled(String words) {
        title = words;
    }

    /** A chosen option as the form words it; the value itself where the form has no fixed options. */
    public String option(String key) {
        return byField.keySet().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> field.options().getOrDefault(text(key), text(key)))
                .orElseThrow(() -> missing(key));
    }

    /** The user id of the person who answers. */
    public String user() {
        return user;
    }

    /** The tenant id of the council. */
    public String council() {
        return council;
    }

    /** The day in Europe/London on which the answer is given. */
    public LocalDate today() {
        return today;
    }

    /** The process instance of the task, if it is a task's form. */
    public Optional<String> processInstanceId() {
        return Optional.ofNullable(processInstanceId);
    }

    /** The definition of the process whose deployment holds the tables of the case: that of the task, or with which a moved case began; none for a start form. */
    public Optional<String> processDefinitionId() {
        return Optional.ofNullable(processDefinitionId);
    }

    /** Text or the value of a choice; refuses a key that was not answered. */
    public String text(String key) {
        return optionalText(key).orElseThrow(() -> missing(key));
    }

    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(answers.get(key)).map(Object::toString);
    }

    /** A date; refuses a key that was not answered. */
    public LocalDate date(String key) {
        return optionalDate(key).orElseThrow(() -> missing(key));
    }

    public Optional<LocalDate> optionalDate(String key) {
        return Optional.ofNullable((LocalDate) answers.get(key));
    }

    /** A whole number. */
    public Optional<Integer> optionalNumber(String key) {
        return Optional.ofNullable((Number) answers.get(key)).map(Number::intValue);
    }

    public Optional<LocalTime> optionalTime(String key) {
        return Optional.ofNullable((LocalTime) answers.get(key));
    }

    /** All dates that were answered, by the key of their field. */
    public Map<String, LocalDate> dates() {
        var dates = new LinkedHashMap<String, LocalDate>();
        answers.forEach((key, value) -> {
            if (value instanceof LocalDate day) {
                dates.put(key, day);
            }
        });
        return dates;
    }

    /** The days that were written, with their fields; not those that the form only shows. */
    Map<Field, LocalDate> days() {
        var days = new LinkedHashMap<Field, LocalDate>();
        byField.forEach((field, value) -> {
            if (value instanceof LocalDate day && !field.readonly()) {
                days.put(field, day);
            }
        });
        return days;
    }

    /** The number of the issue, action or comment that this is about, if it is about one. */
    OptionalInt item() {
        return Stream.of("issueNumber", "actionNumber", "commentNumber")
                .flatMap(name -> Stream.of(Optional.ofNullable(answers.get(name)), variable(name)).flatMap(Optional::stream))
                .filter(Number.class::isInstance).mapToInt(number -> ((Number) number).intValue()).findFirst();
    }

    /** Numbers that are written with commas between them, for example 2, 3; refuses anything else. */
    public SortedSet<Integer> numbers(String key) {
        var numbers = new TreeSet<Integer>();
        for (var number : optionalText(key).map(text -> text.split(",")).orElseGet(() -> new String[0])) {
            if (!number.strip().matches("\\d{1,4}")) {
                throw refuse(key, "write their numbers, for example 2, 3.");
            }
            numbers.add(Integer.valueOf(number.strip()));
        }
        return numbers;
    }

    /** Whether a box was ticked. */
    public boolean yes(String key) {
        return Boolean.TRUE.equals(answers.get(key));
    }

    /** Text lines that are not blank. */
    public List<String> lines(String key) {
        return optionalText(key).stream().flatMap(String::lines).map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    /** A variable of the process that the task belongs to. */
    public Optional<Object> variable(String name) {
        return Optional.ofNullable(process.apply(name));
    }

    /** The stage that the task belongs to; 0 before the first. */
    public int stage() {
        return variable("stageNumber").map(n -> ((Number) n).intValue()).orElse(0);
    }

    /** Sets a process variable beside the answers; never free text or a person's name. */
    public void set(String variable, @Nullable Object value) {
        variables.put(variable, value);
    }

    /** Refuses the whole submission with one sentence. */
    public AnswersRefused refuse(String sentence) {
        return new AnswersRefused(List.of(sentence));
    }

    /** Refuses the submission because of one answer; the sentence follows the field's label. */
    public AnswersRefused refuse(String key, String why) {
        return byField.keySet().stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .map(field -> new AnswersRefused(List.of(field.label() + ": " + why)))
                .orElseGet(() -> refuse(why));
    }

    /**
     * Asks the person back about something that may be right and is more likely a slip; the sentence says what was found and what
     * confirming means. It is asked together with everything else that is asked back, unless the person has confirmed it.
     *
     * @param topic what kind of question it is, a word or two with hyphens
     */
    public void askBack(String topic, String sentence) {
        askBack(topic, sentence, null);
    }

    /** Asks the person back because of another case; whoever has confirmed that this is not the same as that is not asked about it again. */
    public void askBack(String topic, String sentence, @Nullable String about) {
        boolean told = about != null && asked.stream().anyMatch(question -> about.equals(question.about()) && codes.contains(question.code()));
        if (!told) {
            asked.add(AskedBack.Question.of(form, topic, sentence, about));
        }
    }

    /**
     * Shows the person a letter as it goes out, and goes no further until they have read it.
     *
     * @param code confirms this letter and no other
     */
    public void askToRead(String code, String sentence, String letter) {
        asked.add(new AskedBack.Question(code, sentence, null, letter));
    }

    /** The codes that came with the answers and begin like this. */
    public Stream<String> codes(String beginning) {
        return codes.stream().filter(code -> code.startsWith(beginning)).sorted();
    }

    /** Goes no further while something that was asked back is not confirmed; for what should not even be begun before. */
    public void settled() {
        var open = asked.stream().filter(question -> !codes.contains(question.code())).toList();
        if (!open.isEmpty()) {
            throw new AskedBack(open);
        }
    }

    /** Notes of a case that is taken over what would be asked back in any other. */
    void isLongPast(String sentence) {
        longPast.add(sentence);
    }

    /** What was not asked back, because the case is taken over. */
    List<String> longPast() {
        return List.copyOf(longPast);
    }

    /** What was asked back and confirmed. */
    List<String> confirmed() {
        return asked.stream().filter(question -> codes.contains(question.code())).map(AskedBack.Question::sentence).toList();
    }

    Map<String, @Nullable Object> variables() {
        return variables;
    }

    private IllegalStateException missing(String key) {
        return new IllegalStateException("The form " + form + " gave no answer to " + key + ".");
    }
}
