package org.redress.models;

import static org.redress.models.Convention.unless;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.w3c.dom.Node;

/** The model holds order, people and waiting; what computes is code. */
final class ExpressionConventions {

    private static final int LONGEST_CONDITION = 40;
    private static final int LONGEST_EXPRESSION = 45;
    private static final Pattern SEVERAL_COMPARISONS = Pattern.compile("&&|\\|\\||\\?| and | or ");

    static final List<Rule> ALL = List.of(
            Convention.model("writing-handed-over", "What a called process gets and gives is named, never all variables at once",
                    file -> file.find("//*[local-name() = 'in' or local-name() = 'out']"), ExpressionConventions::allAtOnce),
            Convention.model("writing-conditions", "A condition is one variable or one comparison, of at most 40 characters",
                    file -> file.all(ConditionExpression.class), ExpressionConventions::notSimple),
            Convention.model("writing-answers", "Every way from a question has its condition, or is the default",
                    ExpressionConventions::answers, ExpressionConventions::noCondition),
            Convention.model("writing-expressions", "An expression has at most 45 characters and no comma",
                    ExpressionConventions::expressions, ExpressionConventions::tooLong));

    private ExpressionConventions() {}

    private static Stream<Finding> allAtOnce(BpmnFile file, Node node) {
        return unless(node.getAttributes().getNamedItem("variables") == null, file.at(node).says("hands over all variables at once; name those that are needed"));
    }

    private static Stream<Finding> notSimple(BpmnFile file, ConditionExpression condition) {
        String text = condition.getTextContent().strip();
        var where = file.at((SequenceFlow) condition.getParentElement());
        var has = "has the condition " + text;
        return Stream.of(
                unless(text.length() <= LONGEST_CONDITION, where.says(has + ", which is longer than " + LONGEST_CONDITION
                        + " characters; let a delegate or a decision write the answer into a variable")),
                unless(!text.contains(","), where.says(has + " with a comma; what needs a comma is code")),
                unless(!SEVERAL_COMPARISONS.matcher(text).find(), where.says(has
                        + "; one variable or one comparison is enough, more is a decision")))
                .flatMap(faults -> faults);
    }

    private static Stream<SequenceFlow> answers(BpmnFile file) {
        return file.all(ExclusiveGateway.class).filter(gateway -> file.outgoing(gateway).count() > 1)
                .flatMap(file::outgoing);
    }

    private static Stream<Finding> noCondition(BpmnFile file, SequenceFlow answer) {
        boolean otherwise = answer.equals(((ExclusiveGateway) answer.getSource()).getDefault());
        return unless(otherwise || answer.getConditionExpression() != null, file.at(answer).says("has no condition; set one, or make it the default flow"));
    }

    private static Stream<Node> expressions(BpmnFile file) {
        String marks = "[contains(., '${') or contains(., '#{')]";
        return file.find("//@*" + marks + " | //*[not(*)][not(local-name() = 'documentation')]" + marks);
    }

    private static Stream<Finding> tooLong(BpmnFile file, Node node) {
        String text = node.getTextContent().strip();
        return Stream.concat(
                unless(text.length() <= LONGEST_EXPRESSION, file.at(node).says("has the expression " + text
                        + ", which is longer than " + LONGEST_EXPRESSION + " characters; write it as code")),
                unless(!text.contains(","), file.at(node).says("has the expression " + text
                        + " with a comma; what needs a comma is code")));
    }
}
