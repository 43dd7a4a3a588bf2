package org.redress.board;

import java.util.List;
import org.redress.handover.ListedWork;
import org.redress.handover.ListedWork.Line;
import org.redress.handover.ListedWork.Listed;
import org.springframework.stereotype.Component;

/** Tasks that nobody can do, as the look for them left them, of the cases that there are for whoever asks. */
@Component
public class Stuck {
    private final ListedWork listed;
    private final Watch watch;

    Stuck(ListedWork listed, Watch watch) {
        this.listed = listed;
        this.watch = watch;
    }

    /** The lists of a council, each with the task with which it is given to others. */
    public List<Listed> of(String council) {
        var lists = listed.of(council);
        var seen = watch.seen(council, lists.stream().flatMap(list -> list.lines().stream()).map(Line::reference));
        return lists.stream().map(list -> new Listed(list.task(), list.lines().stream().filter(line -> line.reference() == null || seen.contains(line.reference())).toList()))
                .filter(list -> !list.lines().isEmpty()).toList();
    }
}
