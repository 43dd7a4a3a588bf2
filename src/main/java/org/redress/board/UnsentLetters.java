package org.redress.board;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.sending.DispatchView;
import org.redress.sending.Dispatches;
import org.springframework.stereotype.Component;

/** Letters that the product sends and that wait for long, may have gone out, did not, or came back, in plain words. */
@Component
public class UnsentLetters {
    private static final int MOST_READ = 500;
    private static final int MOST_SHOWN = 100;

    private final Dispatches dispatches;
    private final Watch watch;

    UnsentLetters(Dispatches dispatches, Watch watch) {
        this.dispatches = dispatches;
        this.watch = watch;
    }

    /**
     * Such a letter.
     *
     * @param step whose letter it is, {@code by} what it is sent
     * @param standing how it stands, and {@code because} why
     * @param seeTo whether somebody has a task to see to it
     */
    public record Line(String reference, String step, String by, String standing, @Nullable String because, boolean seeTo, LocalDateTime since) {}

    /** Those of a council, as far as whoever is signed in sees its cases. */
    public List<Line> of(String council) {
        var all = dispatches.notThrough(council, MOST_READ);
        var seen = watch.seen(council, all.stream().map(DispatchView::reference));
        return all.stream().filter(one -> seen.contains(one.reference())).limit(MOST_SHOWN)
                .map(one -> new Line(one.reference(), one.title(), one.by(), one.standing(), one.because(), one.needsSomebody(), one.confirmedAt())).toList();
    }
}
