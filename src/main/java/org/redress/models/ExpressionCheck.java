package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads an expression of a model as the engine does and says what in it the product would not compute. */
final class ExpressionCheck {
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*\\}");
    private static final Builder EXPRESSIONS = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final ModelBeans beans;

    ExpressionCheck(ModelBeans beans) {
        this.beans = beans;
    }

    /** Whether the engine would compute this text. */
    static boolean computes(String text) {
        return text.contains("${") || text.contains("#{");
    }

    List<String> faults(String text) {
        var faults = new ArrayList<String>();
        try {
            walk(EXPRESSIONS.build(text).getRoot(), text, faults);
        } catch (TreeBuilderException e) {
            faults.add(text + " cannot be read; write ${variable}, ${bean.method(variable)} or a comparison");
        }
        return faults;
    }

    List<String> delegateFaults(String text) {
        var bean = BEAN.matcher(text.strip());
        if (!bean.matches()) {
            return List.of(text + " is not the name of a delegate; write for example ${setDeadline}");
        }
        return beans.delegate(bean.group(1)) ? List.of()
                : List.of("the product has no delegate " + bean.group(1) + "; use one of those that are there, such as ${setDeadline}");
    }

    private void walk(Node node, String text, List<String> faults) {
        if (node instanceof AstFunction function) {
            faults.add(text + " calls the function " + function.getName() + "; models use variables and the product’s beans");
        } else if (node instanceof AstMethod method && !listed(method)) {
            faults.add(text + " calls a method that models may not call; possible are " + possible());
        } else if (node instanceof AstBracket) {
            faults.add(text + " looks something up in brackets; write it with a dot");
        } else if (node instanceof AstDot dot && name(dot).matches("class|classLoader|declaringClass|protectionDomain")) {
            faults.add(text + " reaches into the program; models use variables and the product’s beans");
        } else if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier base && base.getName().equals("execution")
                && !name(dot).equals("processBusinessKey")) {
            faults.add(text + " reads " + name(dot) + " of the engine; models use variables and the product’s beans");
        } else if (node instanceof AstIdentifier identifier && identifier.getName().matches("task|externalTask|caseExecution")) {
            faults.add(text + " uses " + identifier.getName() + " of the engine; models use variables and the product’s beans");
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            walk(node.getChild(i), text, faults);
        }
    }

    private static boolean listed(AstMethod method) {
        return method.getChild(0) instanceof AstDot called && called.getChild(0) instanceof AstIdentifier bean
                && ModelBeans.METHODS.getOrDefault(bean.getName(), Set.of()).contains(name(called));
    }

    private static String name(AstDot dot) {
        return dot.toString().replaceFirst("^\\.\\s*", "");
    }

    private static String possible() {
        return String.join(", ", ModelBeans.METHODS.entrySet().stream()
                .flatMap(bean -> bean.getValue().stream().map(method -> bean.getKey() + "." + method)).sorted().toList());
    }
}
