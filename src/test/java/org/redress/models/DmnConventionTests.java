package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.models.Convention.unless;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule is a row with its clause; where no row applies, the table says nothing. */
class DmnConventionTests {

    private static final String CLAUSE = "clause";
    private static final Pattern DAY = Pattern.compile("date and time\\(\"");
    private static final Pattern FROM = Pattern.compile("(?:>=\\s*|\\[)date and time\\(\"([^\"]*)\"\\)");
    private static final Pattern UNTIL = Pattern.compile("(?:<\\s*|\\.\\.)date and time\\(\"([^\"]*)\"\\)");

    private static final Convention<DmnFile, DmnFile> ONE_DECISION =
            new Convention<>(Stream::of, (file, self) -> severalDecisions(file));
    private static final Convention<DmnFile, Decision> DECISIONS =
            new Convention<>(file -> file.all(Decision.class), DmnConventionTests::incomplete);
    private static final Convention<DmnFile, DecisionTable> HIT_POLICIES =
            new Convention<>(file -> file.all(DecisionTable.class), DmnConventionTests::otherHitPolicy);
    private static final Convention<DmnFile, DmnElement> COLUMNS =
            new Convention<>(file -> Stream.concat(file.all(Input.class), file.all(Output.class)),
                    DmnConventionTests::unlabelled);
    private static final Convention<DmnFile, Rule> ROW_IDS = rows(DmnConventionTests::otherRowId);
    private static final Convention<DmnFile, Rule> CLAUSES = rows(DmnConventionTests::noClause);
    private static final Convention<DmnFile, DecisionTable> LAST_COLUMNS =
            new Convention<>(file -> file.all(DecisionTable.class), DmnConventionTests::clauseNotLast);
    private static final Convention<DmnFile, Rule> CATCH_ALLS = rows(DmnConventionTests::catchesAll);
    private static final Convention<DmnFile, Rule> ALL_DAYS = rows(DmnConventionTests::onlySomeDays);
    private static final Convention<DmnFile, Pairs<Rule>> TWINS = new Convention<>(
            file -> Pairs.of(file.all(Rule.class).toList()), DmnConventionTests::sameInputs);

    @Test
    void holdsOneDecisionTableAFile() {
        ONE_DECISION.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void namesTheFileAfterTheDecision() {
        DECISIONS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void letsOneRowApplyOrSaysWhyNot() {
        HIT_POLICIES.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void labelsEveryColumn() {
        COLUMNS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void givesEveryRowATellingId() {
        ROW_IDS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void namesTheClauseOfEveryRow() {
        CLAUSES.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void endsWithTheClause() {
        LAST_COLUMNS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void hasNoRowForEverythingElse() {
        CATCH_ALLS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void hasNoTwoRowsForTheSameCase() {
        TWINS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void hasARowForEveryDayWhereOneIsForSomeDays() {
        ALL_DAYS.holdsIn(ProjectFiles.decisions());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(SampleTable.file())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            decision id="tone"              | decision id="style"                  | named style.dmn
            decision id="tone"              | decision id="Tone"                   | lower case
            camunda:historyTimeToLive="P6Y" | ''                                   | history
            name="Tone"                     | name=""                              | no name
            hitPolicy="UNIQUE"              | hitPolicy="FIRST"                    | hit policy FIRST
            label="Who writes"              | ''                                   | no label
            label="Tone of the answer"      | label=" "                            | no label
            name="tone" label               | name="Tone" label                    | name a variable
            Rule_Child                      | DecisionRule_0abc12d                 | telling id
            Rule_Child                      | Rule_0abc12d                         | telling id
            "CHD-16"                        | ''                                   | has no clause
            "CHD-16"                        | "as usual"                           | names no rule
            name="clause"                   | name="remark"                        | names no rule
            name="process"                  | name="clause"                        | columns after clause
            "child"                         | ''                                   | applies to everything
            "child"                         | -                                    | applies to everything
            "child"                         | "adult"                              | same case
            "child"                         | &lt; date and time("2013-04-01T00:00:00") | only some days
            "child"                         | [date and time("2013-04-01T00:00:00")..date and time("2020-04-01T00:00:00")) | only some days
            </decision>                     | </decision><decision id="more" name="More"/> | 2 decisions
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(SampleTable.file(now, then)))
                .anySatisfy(text -> assertThat(text).contains("tone.dmn", fault));
    }

    @Test
    void findsAnIdThatIsUsedTwice() {
        assertThatThrownBy(() -> SampleTable.file("Rule_Adult", "Rule_Child"))
                .hasMessageContaining("tone.dmn").hasMessageContaining("Rule_Child");
    }

    @Test
    void findsADescriptionThatDoesNotExplainTheHitPolicy() {
        DmnFile unexplained = SampleTable.file("hitPolicy=\"UNIQUE\">",
                "hitPolicy=\"COLLECT\"><description>How we write.</description>");

        assertThat(faults(unexplained)).singleElement().asString().contains("tone.dmn", "hit policy COLLECT");
    }

    @Test
    void acceptsAnotherHitPolicyThatIsExplained() {
        DmnFile explained = SampleTable.file("hitPolicy=\"UNIQUE\">",
                "hitPolicy=\"COLLECT\"><description>Collect: all that applies is offered.</description>");

        assertThat(faults(explained)).isEmpty();
    }

    @Test
    void acceptsAClauseInTheAnnotation() {
        DmnFile annotated = SampleTable.file("name=\"clause\"", "name=\"remark\"",
                "<rule id=\"Rule_Child\">", "<rule id=\"Rule_Child\"><description>CHD-16</description>",
                "<rule id=\"Rule_Adult\">", "<rule id=\"Rule_Adult\"><description>Rule book 2</description>");

        assertThat(faults(annotated)).isEmpty();
    }

    @Test
    void acceptsRowsThatTogetherAreForEveryDay() {
        DmnFile followed = SampleTable.file("\"child\"", "&lt; date and time(\"2013-04-01T00:00:00\")", "\"adult\"", "&gt;= date and time(\"2013-04-01T00:00:00\")");

        assertThat(faults(followed)).isEmpty();
    }

    private static List<String> faults(DmnFile file) {
        return Stream.of(ONE_DECISION, DECISIONS, HIT_POLICIES, COLUMNS, ROW_IDS, CLAUSES, LAST_COLUMNS,
                        CATCH_ALLS, ALL_DAYS, TWINS)
                .flatMap(rule -> rule.faultsIn(file)).toList();
    }

    private static Convention<DmnFile, Rule> rows(BiFunction<DmnFile, Rule, Stream<String>> faults) {
        return new Convention<>(file -> file.all(Rule.class), faults);
    }

    private static Stream<String> severalDecisions(DmnFile file) {
        long decisions = file.all(Decision.class).count();
        long tables = file.all(DecisionTable.class).count();
        return unless(decisions == 1 && tables == 1, file.name() + " has " + decisions + " decisions and " + tables
                + " tables; give each decision a file and a table of its own");
    }

    private static Stream<String> incomplete(DmnFile file, Decision decision) {
        return Stream.of(
                unless(file.stem().equals(decision.getId()), file.at(decision) + "stands in a file of another name; "
                        + "the file is named " + decision.getId() + ".dmn, or the decision " + file.stem()),
                unless(Words.isKebabCase(decision.getId()), file.at(decision)
                        + "is not in lower case with hyphens, like next-stage"),
                unless(isText(decision.getName()), file.at(decision) + "has no name"),
                unless(decision.getCamundaHistoryTimeToLiveString() != null, file.at(decision)
                        + "does not say how long its history is kept; set Time to live, for example P6Y"))
                .flatMap(faults -> faults);
    }

    private static Stream<String> otherHitPolicy(DmnFile file, DecisionTable table) {
        String policy = table.getHitPolicy().toString();
        boolean explained = Stream.of(table, (DmnElement) table.getParentElement())
                .anyMatch(element -> DmnFile.text(element.getDescription()).toUpperCase().contains(policy));
        return unless(table.getHitPolicy() == HitPolicy.UNIQUE || explained, file.at(table) + "has the hit policy "
                + policy + "; make it Unique, or say in the documentation why it is " + policy);
    }

    private static Stream<String> unlabelled(DmnFile file, DmnElement column) {
        String label = column instanceof Input input ? input.getLabel() : ((Output) column).getLabel();
        boolean variable = !(column instanceof Output output)
                || output.getName() != null && Words.isCamelCase(output.getName());
        return Stream.concat(
                unless(isText(label), file.at(column) + "is a column with no label; say what it holds"),
                unless(variable, file.at(column) + "does not name a variable; name the output like stageNumber"));
    }

    private static Stream<String> otherRowId(DmnFile file, Rule row) {
        return unless(row.getId() != null && row.getId().matches("Rule_[A-Z][A-Za-z0-9_]*"), file.at(row)
                + "has no telling id; call it Rule_ and the case, like Rule_StatutoryStage2");
    }

    private static Stream<String> noClause(DmnFile file, Rule row) {
        String sources = String.join(" ", file.entry(row, "rule").orElse(""), file.entry(row, CLAUSE).orElse(""),
                DmnFile.text(row.getDescription()));
        return Stream.concat(
                unless(RuleSource.isNamedIn(sources), file.at(row) + "names no rule; write it into the column rule or "
                        + "clause or into the annotation, " + RuleSource.EXAMPLES),
                unless(file.entry(row, CLAUSE).filter(String::isEmpty).isEmpty(), file.at(row)
                        + "has no clause; say in the last column in plain words what the rule says"));
    }

    private static Stream<String> clauseNotLast(DmnFile file, DecisionTable table) {
        List<String> names = table.getOutputs().stream().map(Output::getName).toList();
        return unless(!names.contains(CLAUSE) || names.indexOf(CLAUSE) == names.size() - 1, file.at(table)
                + "has columns after clause; move clause to the end, where it is read last");
    }

    private static Stream<String> catchesAll(DmnFile file, Rule row) {
        return unless(inputs(row).stream().anyMatch(text -> !text.isEmpty() && !"-".equals(text)), file.at(row)
                + "applies to everything; name the cases, so that a new case is refused and not guessed");
    }

    /** In a table of which one row must apply, nobody is refused because a day is before or after those that were thought of. */
    private static Stream<String> onlySomeDays(DmnFile file, Rule row) {
        boolean needed = file.all(DecisionTable.class).noneMatch(table -> table.getHitPolicy() == HitPolicy.COLLECT);
        if (!needed || inputs(row).stream().noneMatch(cell -> DAY.matcher(cell).find())) {
            return Stream.empty();
        }
        var others = file.all(Rule.class).filter(other -> withoutDays(other).equals(withoutDays(row))).toList();
        Set<String> from = days(others, FROM);
        return unless(!from.isEmpty() && from.equals(days(others, UNTIL)), file.at(row) + "is for only some days; add the rows for the days before and after them, "
                + "so that no case of another time is refused");
    }

    private static List<String> withoutDays(Rule row) {
        return inputs(row).stream().map(cell -> DAY.matcher(cell).find() ? "" : cell).toList();
    }

    private static Set<String> days(List<Rule> rows, Pattern bound) {
        return rows.stream().flatMap(row -> inputs(row).stream()).flatMap(cell -> bound.matcher(cell).results()).map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Stream<String> sameInputs(DmnFile file, Pairs<Rule> pair) {
        return unless(!inputs(pair.first()).equals(inputs(pair.second())), file.at(pair.first())
                + "is for the same case as " + pair.second().getId() + "; keep one of them");
    }

    private static List<String> inputs(Rule row) {
        Collection<InputEntry> entries = row.getInputEntries();
        return entries.stream().map(DmnFile::text).toList();
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }
}
