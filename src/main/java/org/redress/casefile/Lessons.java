package org.redress.casefile;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a council learns from the complaints that it upholds, beyond the single case (CORP-35, CORP-43). */
@Component
@Transactional(readOnly = true, propagation = Propagation.REQUIRED)
public class Lessons {
    private final IssueAnswerRepository answers;
    private final AgreedActions actions;

    Lessons(IssueAnswerRepository answers, AgreedActions actions) {
        this.answers = answers;
        this.actions = actions;
    }

    /**
     * One issue that was upheld.
     *
     * @param service the code of the service where it went wrong; none is the whole council
     * @param actions what its answer promises
     */
    public record Learnt(String reference, int issue, int stage, LocalDate on, String cause, @Nullable String service, String lesson, List<ActionView> actions) {}

    /**
     * The newest first; at most so many.
     *
     * @param since the first day
     * @param until the day after the last
     * @param leftOut the cases that are not there for whoever asks
     */
    public List<Learnt> of(String council, LocalDate since, LocalDate until, Collection<String> leftOut, int most) {
        // a list in a query is not empty
        var without = Stream.concat(Stream.of(""), leftOut.stream()).toList();
        return answers.findLearnt(council, since, until, without, Limit.of(most)).stream().map(this::learnt).toList();
    }

    private Learnt learnt(IssueAnswer answer) {
        var view = answer.view();
        var lesson = Objects.requireNonNull(view.lesson());
        var promised = actions.promised(answer.reference()).stream()
                .filter(action -> action.promise() != null && action.promise().stage() == view.stage() && Integer.valueOf(answer.issue()).equals(action.promise().issue())).toList();
        return new Learnt(answer.reference(), answer.issue(), view.stage(), view.on(), lesson.cause(), lesson.service(), lesson.learnt(), promised);
    }
}
