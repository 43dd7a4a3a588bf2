package org.redress.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** An expression of a model as the engine reads it, and what in it the product would not compute. */
final class ExpressionCheck {
    static final int LONGEST = 400;
    static final int DEEPEST = 10;

    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*\\}");
    private static final Pattern STEPS = Pattern.compile("[(\\[{?!]|-\\s*(?=[-(])|\\b(?:not|empty)\\b");
    private static final Builder EXPRESSIONS = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private final String text;
    private final Optional<Node> root;

    private ExpressionCheck(String text, Optional<Node> root) {
        this.text = text;
        this.root = root;
    }

    /** Whether the engine would compute this text. */
    static boolean computes(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** Whether it is too long or too deep to be read at all. */
    static boolean tooMuch(String text) {
        return text.length() > LONGEST || STEPS.matcher(text).results().count() > DEEPEST;
    }

    static ExpressionCheck of(String text) {
        try {
            return new ExpressionCheck(text, tooMuch(text) ? Optional.empty() : Optional.of(EXPRESSIONS.build(text).getRoot()));
        } catch (TreeBuilderException e) {
            return new ExpressionCheck(text, Optional.empty());
        }
    }

    String text() {
        return text;
    }

    /** What it may not do. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        if (root.isEmpty() && !tooMuch(text)) {
            faults.add(text + " cannot be read; write ${variable}, ${bean.method(variable)} or a comparison");
        }
        walk(node -> fault(node).ifPresent(faults::add));
        return faults;
    }

    static List<String> delegateFaults(String text, Predicate<String> delegate) {
        var bean = BEAN.matcher(text.strip());
        if (!bean.matches()) {
            return List.of(text + " is not the name of a delegate; write for example ${setDeadline}");
        }
        return delegate.test(bean.group(1)) ? List.of()
                : List.of("the product has no delegate " + bean.group(1) + "; use one of those that are there, such as ${setDeadline}");
    }

    /** The names that it reads, beans and the execution left out. */
    List<String> names() {
        var names = new ArrayList<String>();
        walk(node -> {
            if (node instanceof AstIdentifier identifier && !identifier.getName().matches("execution|task|externalTask|caseExecution|authenticatedUserId")
                    && !ModelBeans.METHODS.containsKey(identifier.getName())) {
                names.add(identifier.getName());
            }
        });
        return names;
    }

    /** Each name with the texts that it is compared with. */
    List<Feel.Compared> compared() {
        var compared = new ArrayList<Feel.Compared>();
        walk(node -> {
            if (node instanceof AstBinary binary && Set.of(AstBinary.EQ, AstBinary.NE).contains(binary.getOperator())) {
                for (int i = 0; i < 2; i++) {
                    if (binary.getChild(i) instanceof AstIdentifier name && binary.getChild(1 - i) instanceof AstString given) {
                        compared.add(new Feel.Compared(name.getName(), String.valueOf(given.eval(null, null))));
                    }
                }
            }
        });
        return compared;
    }

    /** The variable that it is, if it is nothing else. */
    Optional<String> variable() {
        return root.filter(AstEval.class::isInstance).map(eval -> eval.getChild(0)).filter(AstIdentifier.class::isInstance).map(one -> ((AstIdentifier) one).getName());
    }

    /** The bean whose method it calls, if it is nothing else. */
    Optional<String> bean() {
        return root.filter(AstEval.class::isInstance).map(eval -> eval.getChild(0))
                .filter(call -> call instanceof AstMethod method && listed(method)).map(call -> ((AstIdentifier) call.getChild(0).getChild(0)).getName());
    }

    private void walk(Consumer<Node> each) {
        root.ifPresent(node -> walk(node, each));
    }

    private static void walk(Node node, Consumer<Node> each) {
        each.accept(node);
        for (int i = 0; i < node.getCardinality(); i++) {
            walk(node.getChild(i), each);
        }
    }

    private Optional<String> fault(Node node) {
        if (node instanceof AstFunction function) {
            return Optional.of(text + " calls the function " + function.getName() + "; models use variables and the product’s beans");
        }
        if (node instanceof AstMethod method && !listed(method)) {
            return Optional.of(text + " calls a method that models may not call; possible are " + possible());
        }
        if (node instanceof AstBracket) {
            return Optional.of(text + " looks something up in brackets; write it with a dot");
        }
        if (node instanceof AstDot dot && name(dot).matches("class|classLoader|declaringClass|protectionDomain")) {
            return Optional.of(text + " reaches into the program; models use variables and the product’s beans");
        }
        if (node instanceof AstDot dot && dot.getChild(0) instanceof AstIdentifier base && base.getName().equals("execution") && !name(dot).equals("processBusinessKey")) {
            return Optional.of(text + " reads " + name(dot) + " of the engine; models use variables and the product’s beans");
        }
        if (node instanceof AstIdentifier identifier && identifier.getName().matches("task|externalTask|caseExecution|authenticatedUserId")) {
            return Optional.of(text + " uses " + identifier.getName() + " of the engine; models use variables and the product’s beans");
        }
        return Optional.empty();
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
