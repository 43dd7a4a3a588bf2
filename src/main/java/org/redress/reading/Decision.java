package org.redress.reading;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.OmbudsmanOutcome;

/**
 * What a text of the Ombudsman's says of itself and asks for, as far as it could be read; nobody has confirmed it yet (LGS-16, REM-05).
 *
 * @param isFinal whether it is a decision or a report; a draft names no agreed actions (LGS-14)
 * @param councils the councils that it is about, as it names them
 * @param actions what is agreed
 * @param doubtful what may be agreed actions of their own, or belong to one that is named, or be none: a person decides ({@link ReadAction#notes} say why)
 * @param recommended what is asked for and not agreed
 * @param done what had been done before, which nobody owes any more
 * @param putRight where it says that all had been put right before it; none where it does not, or says so of a part
 * @param unread what could not be read, in sentences for a person, each with the words it is about
 */
public record Decision(
        boolean isFinal,
        boolean isReport,
        List<Found<String>> references,
        List<Found<String>> councils,
        @Nullable Found<LocalDate> decidedOn,
        @Nullable Found<String> category,
        @Nullable Found<OmbudsmanOutcome> outcome,
        @Nullable Found<String> summary,
        List<Found<String>> issues,
        List<ReadAction> actions,
        List<ReadAction> doubtful,
        List<ReadAction> recommended,
        List<Found<String>> done,
        @Nullable Passage putRight,
        List<Found<String>> unread) {

    public Decision {
        references = List.copyOf(references);
        councils = List.copyOf(councils);
        issues = List.copyOf(issues);
        actions = List.copyOf(actions);
        doubtful = List.copyOf(doubtful);
        recommended = List.copyOf(recommended);
        done = List.copyOf(done);
        unread = List.copyOf(unread);
    }

    /** All that is or may be an agreed action, in the order of the text. */
    public List<ReadAction> named() {
        return Stream.concat(actions.stream(), doubtful.stream()).sorted(Comparator.comparing(ReadAction::place)).toList();
    }
}
