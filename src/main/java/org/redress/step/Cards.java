package org.redress.step;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.Parties;
import org.redress.deadline.WorkingDays;
import org.redress.gate.OpenWork;
import org.redress.gate.OpenWork.OpenTask;
import org.redress.identity.Authority;
import org.redress.identity.Reader;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the card of a task says beside its name: the case, who complains, of what, and the day in words. People's words are not among the
 * engine's variables, so the cards of a list ask here, all at once (CORP-16).
 */
@Component
public class Cards {
    /** No list shows more on one page. */
    private static final int MOST = 50;
    private static final int LONGEST_SUBJECT = 70;

    private final TaskService tasks;
    private final OpenWork open;
    private final CaseFiles cases;
    private final Parties parties;
    private final WorkingDays workingDays;
    private final Authority authority;
    private final Sight sight;
    private final Reader reader;

    Cards(TaskService tasks, OpenWork open, CaseFiles cases, Parties parties, WorkingDays workingDays, Authority authority, Sight sight, Reader reader) {
        this.tasks = tasks;
        this.open = open;
        this.cases = cases;
        this.parties = parties;
        this.workingDays = workingDays;
        this.authority = authority;
        this.sight = sight;
        this.reader = reader;
    }

    /**
     * A card.
     *
     * @param which which of several of the case, such as issue 2
     * @param with who has it, by name; nobody while it waits for its groups
     * @param due the day with how far it is, {@code overdue} whether it has passed
     * @param waits the day on which it comes back, {@code waitsFor} for whom it waits until then; none where it waits for nobody
     */
    public record Card(String task, @Nullable String reference, @Nullable String person, @Nullable String subject, @Nullable String which, @Nullable String with, @Nullable String due,
            boolean overdue, @Nullable String waits, @Nullable String waitsFor) {}

    /** The cards of those of these tasks that whoever is signed in may see. */
    @Transactional(readOnly = true)
    public List<Card> of(Collection<String> ids) {
        var asked = ids.stream().distinct().limit(MOST).toArray(String[]::new);
        if (asked.length == 0) {
            return List.of();
        }
        var seen = tasks.createTaskQuery().taskIdIn(asked).listPage(0, MOST).stream().collect(Collectors.toMap(Task::getId, task -> task));
        var files = new HashMap<String, Optional<Seen>>();
        var found = open.among(seen.keySet());
        var names = authority.names(found.stream().map(OpenTask::assignee).filter(Objects::nonNull).distinct().toList());
        return found.stream().map(task -> card(task, files, names)).toList();
    }

    /** What the reader may read of a case. */
    private record Seen(CaseSummary file, Set<Content> contents) {
        boolean shows(Content content) {
            return contents.contains(content);
        }
    }

    private Optional<Seen> seen(String council, String reference) {
        return reader.user().map(person -> sight.contents(person, council, reference)).filter(contents -> contents.contains(Content.SUMMARY))
                .flatMap(contents -> cases.find(council, reference).map(file -> new Seen(file, contents)));
    }

    private Card card(OpenTask task, Map<String, Optional<Seen>> files, Map<String, String> names) {
        var file = Optional.ofNullable(task.reference()).flatMap(reference -> files.computeIfAbsent(reference, one -> seen(RestrictedCases.council(task.work().council()), one)));
        var due = task.due();
        return new Card(task.id(), file.map(one -> one.file().reference()).orElse(null),
                file.filter(one -> one.shows(Content.PEOPLE)).map(one -> person(one.file())).orElse(null),
                file.filter(one -> one.shows(Content.COMPLAINT)).map(one -> shortened(one.file().complainedOf())).orElse(null), which(task), task.assignee() == null ? null : names.get(task.assignee()),
                due == null ? null : inWords(due), due != null && workingDays.passed(due), task.broughtForward() == null ? null : Dates.dayInFull(task.broughtForward()),
                task.broughtForward() == null ? null : task.waitsFor());
    }

    private String inWords(LocalDate due) {
        var until = workingDays.untilInWords(due);
        return Dates.dayInFull(due) + (until.isEmpty() ? "" : ", " + until);
    }

    private @Nullable String person(CaseSummary file) {
        var complaining = parties.complaining(file.reference());
        if (complaining.isEmpty()) {
            return null;
        }
        int others = complaining.size() - 1;
        return complaining.get(0).label() + (others == 0 ? "" : others == 1 ? " and 1 other" : " and " + others + " others");
    }

    private static @Nullable String which(OpenTask task) {
        var parts = new ArrayList<String>();
        if (task.work().stage() > 0) {
            parts.add("stage " + task.work().stage());
        }
        Stream.ofNullable(task.issue()).forEach(issue -> parts.add("issue " + issue));
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    /** The beginning of what is complained of, up to a word's end. */
    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_SUBJECT) {
            return line;
        }
        var cut = line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT));
        int blank = cut.lastIndexOf(' ');
        return (blank > LONGEST_SUBJECT / 2 ? cut.substring(0, blank) : cut) + "…";
    }
}
