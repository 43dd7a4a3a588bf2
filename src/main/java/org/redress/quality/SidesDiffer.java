package org.redress.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;

/**
 * The council's file and the Ombudsman's of the same case say different things: when the council answered, when the Ombudsman decided, and
 * which actions were agreed (DQ-18). Only who has both files in hand can compare them, such as the author of a script; of people at work
 * each side sees its own.
 */
public final class SidesDiffer {
    private static final Set<String> ANSWERS = Set.of("response", "panel-answer");
    private static final Set<String> DECISIONS = Set.of("decision", "report");

    private SidesDiffer() {}

    /**
     * What one side's file says.
     *
     * @param days the days on which somebody did something by this file
     * @param answeredOn the day on which the council answered, as the Ombudsman's intake was told
     */
    public record Side(List<LetterView> letters, List<ActionView> actions, Set<LocalDate> days, @Nullable LocalDate answeredOn) {
        private List<LocalDate> sent(Set<String> kinds) {
            return letters.stream().filter(letter -> kinds.contains(letter.kind())).map(LetterView::sentOn).filter(Objects::nonNull).toList();
        }
    }

    /** What differs; nothing about what only one side has. */
    public static List<Finding> of(Side council, Side ombudsman) {
        return Stream.of(answers(council, ombudsman), decisions(council, ombudsman), actions(council, ombudsman)).flatMap(found -> found).toList();
    }

    private static Stream<Finding> answers(Side council, Side ombudsman) {
        var sent = council.sent(ANSWERS);
        var said = ombudsman.answeredOn();
        return said == null || sent.isEmpty() || sent.contains(said) || council.days().contains(said) ? Stream.of()
                : Stream.of(new Finding("DQ-18", said, "The Ombudsman's file says that the council answered on " + Dates.text(said) + "; the council's last answer is of "
                        + Dates.text(sent.get(sent.size() - 1)) + "."));
    }

    private static Stream<Finding> decisions(Side council, Side ombudsman) {
        var theirs = ombudsman.sent(DECISIONS);
        return council.sent(DECISIONS).stream().filter(day -> !theirs.isEmpty() && !theirs.contains(day))
                .map(day -> new Finding("DQ-18", day, "The council's file has a decision of " + Dates.text(day) + "; the Ombudsman's is of " + Dates.text(theirs.get(theirs.size() - 1)) + "."));
    }

    private static Stream<Finding> actions(Side council, Side ombudsman) {
        return council.actions().stream().flatMap(own -> ombudsman.actions().stream().filter(other -> other.number() == own.number() && differ(own, other))
                .map(other -> new Finding("DQ-18", null, "Agreed action " + own.number() + " differs: the council's file has " + words(own) + ", the Ombudsman's " + words(other) + ".")));
    }

    private static boolean differ(ActionView own, ActionView other) {
        return !words(own).equals(words(other));
    }

    private static String words(ActionView action) {
        return action.kind() + (action.amount() == null ? "" : " of £" + action.amount().stripTrailingZeros().toPlainString()) + ", " + action.within();
    }
}
