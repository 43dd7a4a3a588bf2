package org.redress.reading;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Dates;

/** What was read of a decision, in lines for a person, each thing beside the words that say so. */
final class DecisionText {
    private DecisionText() {}

    static String of(Decision decision) {
        var lines = new StringBuilder();
        line(lines, "What it is", decision.isFinal() ? decision.isReport() ? "a report" : "a decision" : "a draft");
        decision.references().forEach(one -> line(lines, "Reference", one.value()));
        decision.councils().forEach(one -> line(lines, "Council", one.value()));
        if (decision.decidedOn() != null) {
            line(lines, "Decided on", Dates.text(decision.decidedOn().value()));
        }
        if (decision.category() != null) {
            line(lines, "Category", decision.category().value());
        }
        if (decision.outcome() != null) {
            line(lines, "How it ends", decision.outcome().value().text());
        }
        if (decision.putRight() != null) {
            line(lines, "All was put right before", "\"" + decision.putRight().text() + "\"");
        }
        decision.issues().forEach(issue -> line(lines, "Issue", issue.value()));
        actions(lines, "Agreed actions", decision.actions());
        actions(lines, "May be agreed actions: look whether each is one of its own", decision.doubtful());
        actions(lines, "Recommended, not agreed", decision.recommended());
        found(lines, "Done before", decision.done());
        found(lines, "Not read", decision.unread());
        return lines.toString();
    }

    private static void line(StringBuilder lines, String what, String value) {
        lines.append(what).append(": ").append(value).append('\n');
    }

    private static void actions(StringBuilder lines, String what, List<ReadAction> actions) {
        if (!actions.isEmpty()) {
            lines.append('\n').append(what).append(":\n");
        }
        for (int i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            lines.append(i + 1).append(". ").append(String.join(", ", Stream.of(action.kind(), action.beneficiary() == null ? "" : "for " + action.beneficiary(), amount(action.amount()), period(action.period()),
                    action.due() == null ? "" : "due " + Dates.text(action.due()), action.council() == null ? "" : "by " + action.council()).filter(part -> !part.isEmpty()).toList())).append('\n');
            if (action.under() != null) {
                lines.append("   \"").append(action.under().text()).append("\"\n");
            }
            lines.append("   \"").append(action.passage().text()).append("\"\n");
            action.notes().forEach(note -> lines.append("   ").append(note).append('\n'));
        }
    }

    private static void found(StringBuilder lines, String what, List<Found<String>> found) {
        if (!found.isEmpty()) {
            lines.append('\n').append(what).append(":\n");
        }
        found.forEach(one -> lines.append("- ").append(one.value()).append(one.passage().text().isEmpty() || one.passage().text().equals(one.value()) ? "" : " \"" + one.passage().text() + "\"").append('\n'));
    }

    static String amount(@Nullable Amount amount) {
        if (amount == null) {
            return "";
        }
        var sum = "£" + amount.pounds().toPlainString();
        return amount.least() != null ? amount.least().signum() == 0 ? "up to " + sum : "£" + amount.least().toPlainString() + " to " + sum
                : amount.each() == null ? sum : sum + " for each " + amount.each() + (amount.times() == null ? "" : ", " + amount.times() + " times");
    }

    static String period(@Nullable Period period) {
        if (period == null) {
            return "no time named";
        }
        if (period.by() != null) {
            return "by " + Dates.text(period.by());
        }
        var within = period.within() == null ? "" : Character.isDigit(period.within().charAt(0)) ? "within " + period.within() : period.within();
        return switch (period.from()) {
            case DECISION -> within + " of the decision";
            case NOT_STATED -> within;
            case OTHER -> (within + " " + period.fromWords()).strip();
        };
    }
}
