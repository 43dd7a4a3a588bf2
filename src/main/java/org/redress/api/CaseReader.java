package org.redress.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.redress.audit.ReadLog;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.gate.Work;
import org.redress.identity.Reader;
import org.redress.identity.RestrictedCases;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one way in which a case file is opened for somebody: it is asked whether there is this case for them and what of it they may read,
 * and it is noted that they open it, before anything of it is shown. Who may not see a case gets the answer for one that does not exist,
 * and that they asked for it is noted too (DAT-01).
 */
@Component
class CaseReader {
    private static final Logger LOG = LoggerFactory.getLogger(CaseReader.class);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CaseFiles cases;
    private final Sight sight;
    private final Reader reader;
    private final ReadLog readings;
    private final Work work;

    CaseReader(TaskService tasks, RuntimeService runtime, CaseFiles cases, Sight sight, Reader reader, ReadLog readings, Work work) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.cases = cases;
        this.sight = sight;
        this.reader = reader;
        this.readings = readings;
        this.work = work;
    }

    /** A case that is open to whoever is signed in, by their user id, and what of it. */
    record Opened(String person, CaseSummary file, Set<Content> contents) {
        boolean shows(Content content) {
            return contents.contains(content);
        }
    }

    /** A task that is not about one case. */
    static final class NoCase extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** That somebody opens a file could not be noted, so they are not shown it. */
    static final class NotNoted extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final String SENTENCE = "The file is not shown, because it cannot be noted that you open it.";
    }

    /**
     * Opens a case by its reference as people write it.
     *
     * @param where what the entry says instead of a task
     * @param needed without which there is nothing to show
     */
    Optional<Opened> open(String written, String where, Content... needed) {
        var found = find(written).filter(opened -> opened.contents().containsAll(List.of(needed)));
        if (found.isEmpty()) {
            noteRefusal(written, where);
        }
        found.ifPresent(opened -> note(opened.file(), where));
        return found;
    }

    /** The reference of a case that there is for whoever is signed in, as it is kept. Nothing of the case is shown, so no opening is noted. */
    Optional<String> knows(String written, String where) {
        var found = find(written).map(opened -> opened.file().reference());
        if (found.isEmpty()) {
            noteRefusal(written, where);
        }
        return found;
    }

    /** Opens the case of a task that whoever is signed in may read. */
    Optional<Opened> ofTask(String taskId) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        String reference;
        try {
            reference = task == null ? null : (String) tasks.getVariable(taskId, "caseReference");
        } catch (NullValueException | AuthorizationException goneMeanwhile) {
            task = null;
            reference = null;
        }
        if (task != null && reference == null) {
            throw new NoCase();
        }
        var opened = task == null ? Optional.<Opened>empty() : seen(RestrictedCases.council(task.getTenantId()), reference);
        if (opened.isEmpty()) {
            // a task that there is, but not for them, is noted; the answer is that of a task that there is not
            place(taskId);
        }
        opened.ifPresent(file -> note(file.file(), taskId));
        return opened;
    }

    /** Opens the case of a process that whoever is signed in may see in Cockpit. */
    Optional<Opened> ofProcess(String instance, Content... needed) {
        var found = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        return found == null || found.getBusinessKey() == null ? Optional.empty() : open(found.getBusinessKey(), "Cockpit", needed);
    }

    private Optional<Opened> find(String written) {
        return reader.councils().stream().flatMap(council -> cases.find(council, written).stream()).flatMap(file -> seen(file).stream()).findFirst();
    }

    private Optional<Opened> seen(String council, String reference) {
        return cases.find(council, reference).flatMap(this::seen);
    }

    private Optional<Opened> seen(CaseSummary file) {
        return reader.user().map(person -> new Opened(person, file, sight.contents(person, file.council(), file.reference()))).filter(opened -> !opened.contents().isEmpty());
    }

    private void note(CaseSummary file, String where) {
        try {
            readings.opened(file.reference(), file.council(), where);
        } catch (RuntimeException e) {
            LOG.error("The opening of a file cannot be noted, so nobody is shown one: {}", e.toString());
            throw new NotNoted();
        }
    }

    private void noteRefusal(String written, String where) {
        cases.anywhere(written).ifPresent(file -> refused(file.reference(), file.council(), where));
    }

    private void place(String taskId) {
        try {
            work.place(taskId).filter(place -> place.reference() != null).ifPresent(place -> refused(String.valueOf(place.reference()), place.council(), taskId));
        } catch (RuntimeException e) {
            LOG.error("It cannot be noted that somebody asked for a file that is not theirs: {}", e.toString());
        }
    }

    private void refused(String reference, String council, String where) {
        try {
            readings.refused(reference, council, where);
        } catch (RuntimeException e) {
            LOG.error("It cannot be noted that somebody asked for a file that is not theirs: {}", e.toString());
        }
    }
}
