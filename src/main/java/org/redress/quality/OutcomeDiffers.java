package org.redress.quality;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.redress.casefile.Dates;
import org.redress.quality.Chronicle.Event;
import org.redress.quality.Chronicle.Issue;

/**
 * A letter that says of the whole complaint the opposite of what was found (DQ-13): a response that does not uphold it though every issue
 * is upheld, a decision that upholds it though its outcome is another. What is said of a part, a point or an issue proves nothing.
 */
final class OutcomeDiffers implements Check {
    private static final String THE_COMPLAINT = "(?:the|this|your|his|her|their|(?:mr|mrs|ms|miss|mx|dr)\\.? \\p{L}['’]s) complaints?";
    private static final Pattern UPHELD = Pattern.compile("\\b(?:i|we|the ombudsman|the council) (?:have |has )?(?:fully )?(?:uphold|upholds|upheld) " + THE_COMPLAINT + "(?! (?:about|of|that|in))"
            + "|\\b" + THE_COMPLAINT + " (?:is|was|has been) (?:fully )?upheld");
    private static final Pattern NOT_UPHELD = Pattern.compile("\\b(?:i|we|the ombudsman|the council) (?:do|does|did|have|has|can|could)(?: not|not) (?:uphold|upheld) " + THE_COMPLAINT + "(?! (?:about|of|that|in))"
            + "|\\b" + THE_COMPLAINT + " (?:is|was|has) not (?:been )?upheld");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+");
    private static final Pattern OF_A_PART = Pattern.compile("\\b(?:part|parts|partly|partially|point|points|issue|issues|aspect|aspects|element|if|whether|would|could|stage|council (?:did|had|said)|you (?:said|say))\\b");

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        return chronicle.all().flatMap(event -> event.stage() > 0 ? ofResponse(event, chronicle.issues()) : ofDecision(event, chronicle));
    }

    private static Stream<Finding> ofResponse(Event response, List<Issue> issues) {
        var answered = issues.stream().filter(issue -> issue.stage() == response.stage() && issue.finding() != null && !issue.finding().contains("fault")).toList();
        if (answered.isEmpty()) {
            return Stream.of();
        }
        boolean all = answered.stream().allMatch(issue -> "upheld".equals(issue.finding()));
        boolean none = answered.stream().noneMatch(Issue::isUpheld);
        return all && says(response, NOT_UPHELD) ? finding(response, "does not uphold the complaint, and every issue was upheld")
                : none && says(response, UPHELD) ? finding(response, "upholds the complaint, and no issue was upheld") : Stream.of();
    }

    private static Stream<Finding> ofDecision(Event event, Chronicle chronicle) {
        var decision = chronicle.decision();
        if (decision == null || !event.on().equals(decision.on()) || !event.what().toLowerCase(Locale.ROOT).matches("(issue decision|decision to .*|report to .*)")) {
            return Stream.of();
        }
        return decision.upheld() && says(event, NOT_UPHELD) && !says(event, UPHELD) ? finding(event, "says that the complaint is not upheld, and the outcome is Upheld")
                : !decision.upheld() && says(event, UPHELD) && !says(event, NOT_UPHELD) ? finding(event, "says that the complaint is upheld, and the outcome is another") : Stream.of();
    }

    private static boolean says(Event event, Pattern what) {
        return event.texts().stream().flatMap(text -> SENTENCE.matcher(text.toLowerCase(Locale.ROOT)).results()).map(MatchResult::group)
                .filter(sentence -> !OF_A_PART.matcher(sentence).find()).anyMatch(sentence -> what.matcher(sentence).find());
    }

    private static Stream<Finding> finding(Event event, String what) {
        return Stream.of(new Finding("DQ-13", event.on(), "What was written on " + Dates.text(event.on()) + " " + what + ": " + event.told()));
    }
}
