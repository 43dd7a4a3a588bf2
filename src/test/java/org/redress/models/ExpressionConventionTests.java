package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Node;

/** The model holds order, people and waiting; what computes is code. */
class ExpressionConventionTests {

    private static final int LONGEST_CONDITION = 40;
    private static final int LONGEST_EXPRESSION = 45;
    private static final Pattern SEVERAL_COMPARISONS = Pattern.compile("&&|\\|\\||\\?| and | or ");

    private static final Convention<BpmnFile, Node> HANDED_OVER =
            new Convention<>(file -> file.find("//*[local-name() = 'in' or local-name() = 'out']"), ExpressionConventionTests::allAtOnce);
    private static final Convention<BpmnFile, ConditionExpression> CONDITIONS =
            new Convention<>(file -> file.all(ConditionExpression.class), ExpressionConventionTests::notSimple);
    private static final Convention<BpmnFile, SequenceFlow> ANSWERS =
            new Convention<>(ExpressionConventionTests::answers, ExpressionConventionTests::noCondition);
    private static final Convention<BpmnFile, Node> EXPRESSIONS =
            new Convention<>(ExpressionConventionTests::expressions, ExpressionConventionTests::tooLong);

    @Test
    void namesWhatItHandsOver() {
        HANDED_OVER.holdsIn(ProjectFiles.models());
    }

    @Test
    void comparesOnceInACondition() {
        CONDITIONS.holdsIn(ProjectFiles.models());
    }

    @Test
    void decidesEveryAnswerOfAQuestion() {
        ANSWERS.holdsIn(ProjectFiles.models());
    }

    @Test
    void keepsExpressionsShort() {
        EXPRESSIONS.holdsIn(ProjectFiles.models());
    }

    @Test
    void findsNothingWrongWithTheSample() {
        assertThat(faults(Sample.model())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source="tone" target="tone"  | variables="all"                                          | all variables
            ${answer == 'good'}          | ${answer == 'good but rather long for us'}               | 40 characters
            ${answer == 'good'}          | ${answers.are(good, true)}                               | comma
            ${answer == 'good'}          | ${answer == 'good' or byPost}                            | one comparison
            <conditionExpression>${byPost}</conditionExpression> | ''                               | no condition
            ${answerDue}                 | ${calendar.dayBefore(deadlines.of(answer).latest)}       | 45 characters
            ${answerDue}                 | ${calendar.of(council, answer)}                          | comma
            ${overdue.of(answerDue)}     | ${overdue.of(answerDue, 'a day')}                        | comma
            """)
    void findsWhatIsWrong(String now, String then, String fault) {
        assertThat(faults(Sample.model(now, then))).anySatisfy(text -> assertThat(text).contains("letter.bpmn", fault));
    }

    private static List<String> faults(BpmnFile file) {
        return Stream.of(HANDED_OVER, CONDITIONS, ANSWERS, EXPRESSIONS).flatMap(rule -> rule.faultsIn(file)).toList();
    }

    private static Stream<String> allAtOnce(BpmnFile file, Node node) {
        return unless(node.getAttributes().getNamedItem("variables") == null, file.at(node) + "hands over all variables at once; name those that are needed");
    }

    private static Stream<String> notSimple(BpmnFile file, ConditionExpression condition) {
        String text = condition.getTextContent().strip();
        String where = file.at((SequenceFlow) condition.getParentElement()) + "has the condition " + text;
        return Stream.of(
                unless(text.length() <= LONGEST_CONDITION, where + ", which is longer than " + LONGEST_CONDITION
                        + " characters; let a delegate or a decision write the answer into a variable"),
                unless(!text.contains(","), where + " with a comma; what needs a comma is code"),
                unless(!SEVERAL_COMPARISONS.matcher(text).find(), where
                        + "; one variable or one comparison is enough, more is a decision"))
                .flatMap(faults -> faults);
    }

    private static Stream<SequenceFlow> answers(BpmnFile file) {
        return file.all(ExclusiveGateway.class).filter(gateway -> file.outgoing(gateway).count() > 1)
                .flatMap(file::outgoing);
    }

    private static Stream<String> noCondition(BpmnFile file, SequenceFlow answer) {
        boolean otherwise = answer.equals(((ExclusiveGateway) answer.getSource()).getDefault());
        return unless(otherwise || answer.getConditionExpression() != null, file.at(answer)
                + "has no condition; set one, or make it the default flow");
    }

    private static Stream<Node> expressions(BpmnFile file) {
        String marks = "[contains(., '${') or contains(., '#{')]";
        return file.find("//@*" + marks + " | //*[not(*)][not(local-name() = 'documentation')]" + marks);
    }

    private static Stream<String> tooLong(BpmnFile file, Node node) {
        String text = node.getTextContent().strip();
        return Stream.concat(
                unless(text.length() <= LONGEST_EXPRESSION, file.at(node) + "has the expression " + text
                        + ", which is longer than " + LONGEST_EXPRESSION + " characters; write it as code"),
                unless(!text.contains(","), file.at(node) + "has the expression " + text
                        + " with a comma; what needs a comma is code"));
    }
}
