package org.redress.api;

import static org.redress.identity.Sight.Content.ACTIONS;
import static org.redress.identity.Sight.Content.COMMENTS;
import static org.redress.identity.Sight.Content.COMPLAINT;
import static org.redress.identity.Sight.Content.DEADLINES;
import static org.redress.identity.Sight.Content.DRAFTS;
import static org.redress.identity.Sight.Content.ISSUES;
import static org.redress.identity.Sight.Content.LETTERS;
import static org.redress.identity.Sight.Content.PEOPLE;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.redress.api.CaseReader.Opened;
import org.redress.api.TaskCase.Note;
import org.redress.api.TaskCase.Thing;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CannotBeKept;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.IssueView;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.deadline.WorkingDays;
import org.redress.gate.FromRecord.Asking;
import org.redress.identity.Authority;
import org.redress.identity.Organisations;
import org.redress.sending.DispatchView;
import org.redress.sending.Dispatches;
import org.redress.letters.WrittenLetters.Printed;
import org.redress.letters.WrittenLetters;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what stands beside the form of a task. What the task is about, its own variables say: an issue, an action, a comment, a person, a deadline. */
@Component
class TaskCases {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final String PANEL_ANSWER = "decide-panel-answer";

    /** Which form wrote what is looked at, changed or sent in another; at the Ombudsman the draft of the decision instead of the response. */
    private static final Map<String, String> WRITTEN_IN = Map.ofEntries(Map.entry("draft-response", "draft-response"), Map.entry("approve-response", "draft-response"),
            Map.entry("send-response", "draft-response"), Map.entry("send-adjudication", "draft-response"), Map.entry("decide-panel-answer", PANEL_ANSWER), Map.entry("send-panel-answer", PANEL_ANSWER),
            Map.entry("draft-decision", "draft-decision"), Map.entry("send-draft", "draft-decision"), Map.entry("decide-on-draft", "draft-decision"), Map.entry("issue-decision", "draft-decision"));
    private static final String DECISION = "draft-decision";
    /** The forms in which approved letters go out. */
    private static final Set<String> SENDS = Set.of("send-response", "send-adjudication", "send-panel-answer", "send-draft");

    /** Which letter a task answers, or is about. */
    private static final Map<String, String> ABOUT_LETTER = Map.of("comment-on-draft", "draft-decision", "complainant-comments", "draft-decision", "reply-to-enquiry", "enquiry", "chase-council",
            "enquiry", "respond-to-report", "report", "report-to-members", "report", "judge-report-response", "report", "give-notice", "report", "decide-review", "decision",
            "record-wish", "response");

    private final TaskService tasks;
    private final CaseDocuments documents;
    private final CaseFiles cases;
    private final Parties parties;
    private final AgreedActions actions;
    private final CommentsToConsider comments;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final Authority authority;
    private final WorkingDays days;
    private final WrittenLetters written;
    private final Dispatches dispatches;

    TaskCases(TaskService tasks, CaseDocuments documents, CaseFiles cases, Parties parties, AgreedActions actions, CommentsToConsider comments, Deadlines deadlines,
            Organisations organisations, Authority authority, WorkingDays days, WrittenLetters written, Dispatches dispatches) {
        this.tasks = tasks;
        this.documents = documents;
        this.cases = cases;
        this.parties = parties;
        this.actions = actions;
        this.comments = comments;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.authority = authority;
        this.days = days;
        this.written = written;
        this.dispatches = dispatches;
    }

    /** What stands beside the form of a task of an opened case; nothing if the task has gone meanwhile. */
    @Transactional(readOnly = true)
    public Optional<TaskCase> of(Opened opened, String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult()).map(task -> of(opened, task));
    }

    private TaskCase of(Opened opened, Task task) {
        var c = opened.file();
        var due = task.getDueDate() == null ? null : LocalDate.ofInstant(task.getDueDate().toInstant(), LONDON);
        return new TaskCase(c.reference(), organisations.name(c.council()), cases.standing(c), c.stage(), c.ombudsmans(), opened.shows(PEOPLE) ? complain(c.reference()) : null,
                subject(c.reference()), opened.shows(COMPLAINT) ? c.complainedOf() : null, opened.shows(COMPLAINT) ? c.outcomeWanted() : null,
                due, due == null ? null : days.untilInWords(due), due != null && days.passed(due), things(opened, task), prints(opened, task) && !dispatches.sends(task.getId()) ? written.toPrint(asking(opened, task.getId())) : List.of());
    }

    /** Whether in a task approved letters are sent, by somebody who may read them. */
    private static boolean prints(Opened opened, Task task) {
        return opened.shows(DRAFTS) && task.getCamundaFormRef() != null && SENDS.contains(task.getCamundaFormRef().getKey());
    }

    private Asking asking(Opened opened, String taskId) {
        return new Asking(opened.person(), opened.file().reference(), name -> tasks.getVariable(taskId, name));
    }

    /**
     * The approved letters of a task as they go out by hand.
     *
     * @return none if there is nothing to print in this task
     * @throws CannotBeKept with a sentence, if Redress sends them, or one is not what was approved
     */
    public Optional<List<Printed>> print(Opened opened, String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult()).filter(task -> prints(opened, task))
                .map(task -> {
                    if (dispatches.sends(taskId)) {
                        throw new CannotBeKept("Redress sends this letter, or has sent it, so it is not printed for the post too. What became of it is on the page of the case.");
                    }
                    return written.print(asking(opened, taskId));
                });
    }

    private String complain(String reference) {
        var present = parties.of(reference).stream().filter(PartyView::complains).map(PartyView::label).toList();
        return String.join(" and ", present);
    }

    /** As it was assessed, and put right since. */
    private @Nullable String subject(String reference) {
        return cases.facts(reference).stream().filter(fact -> fact.field().equals("subject")).reduce((earlier, later) -> later).map(fact -> fact.content()).orElse(null);
    }

    private List<Thing> things(Opened opened, Task task) {
        var reference = opened.file().reference();
        var own = tasks.getVariablesLocal(task.getId());
        var form = task.getCamundaFormRef() == null ? "" : task.getCamundaFormRef().getKey();
        var things = new ArrayList<Thing>();
        if (opened.shows(LETTERS)) {
            dispatches.ofTask(task.getId()).stream().filter(one -> !one.through() || one.needsSomebody()).map(TaskCases::onItsWay).forEach(things::add);
        }
        if (opened.shows(ISSUES)) {
            number(own, "issueNumber").flatMap(number -> cases.issues(reference).stream().filter(issue -> issue.number() == number).findFirst()).map(this::issue).ifPresent(things::add);
        }
        if (opened.shows(ACTIONS)) {
            number(own, "actionNumber").flatMap(number -> actions.views(reference).stream().filter(action -> action.number() == number).reduce((earlier, later) -> later))
                    .map(action -> action(reference, action)).ifPresent(things::add);
        }
        if (opened.shows(COMMENTS)) {
            number(own, "commentNumber").flatMap(number -> comments.all(reference).stream().filter(comment -> comment.number() == number).findFirst())
                    .map(comment -> new Thing("Comment " + comment.number() + " of the " + comment.by(), comment.text(), List.of(new Note("Received", comment.receivedOn())))).ifPresent(things::add);
        }
        if (opened.shows(PEOPLE)) {
            number(own, "personNumber").flatMap(number -> parties.of(reference).stream().filter(party -> party.number() == number).findFirst())
                    .map(party -> new Thing("Person " + party.number(), party.label(), List.of(new Note("Part in the case", CaseDocuments.words(party.part().words()))))).ifPresent(things::add);
        }
        if (opened.shows(DEADLINES) && own.get("missedDeadline") instanceof String missed) {
            deadlines.of(reference).stream().filter(deadline -> deadline.kind().equals(missed)).filter(deadline -> number(own, "actionNumber").map(n -> n.equals(deadline.item())).orElse(true))
                    .reduce((earlier, later) -> later).map(TaskCases::missed).ifPresent(things::add);
        }
        draft(opened, form).ifPresent(things::add);
        letter(opened, form).ifPresent(things::add);
        return things;
    }

    /** The letter of the task was given to Redress to send: whoever opens the task would else take it for not begun. */
    private static Thing onItsWay(DispatchView one) {
        return new Thing("Redress sends this letter " + one.by(), "To " + one.name() + " (number " + one.party() + "): " + one.standing() + "." + (one.because() == null ? "" : " " + one.because()),
                List.of(new Note("Confirmed", one.confirmedAt().toLocalDate())));
    }

    private static Optional<Integer> number(Map<String, Object> own, String name) {
        return own.get(name) instanceof Number number ? Optional.of(number.intValue()) : Optional.empty();
    }

    private Thing issue(IssueView issue) {
        var names = new Names(authority);
        var answers = issue.answers().stream().flatMap(answer -> Stream.of(
                new Note("Stage " + answer.stage(), CaseDocuments.words(answer.finding()) + ", " + names.of(answer.by())), new Note("Reasons", answer.reasons())));
        var left = issue.notConsidered() == null ? Stream.<Note>empty() : Stream.of(new Note("Not considered", CaseDocuments.words(issue.notConsidered())));
        return new Thing("Issue " + issue.number(), issue.text(), Stream.concat(left, answers).toList());
    }

    private Thing action(String reference, ActionView action) {
        var notes = new ArrayList<Note>();
        add(notes, "Kind", action.kind() == null ? null : CaseDocuments.words(action.kind()));
        add(notes, "Amount", action.amount() == null ? null : "£" + action.amount().setScale(2, RoundingMode.HALF_UP).toPlainString());
        add(notes, "For", action.beneficiary());
        add(notes, "Within", action.within());
        deadlines.of(reference).stream().filter(deadline -> deadline.kind().equals("agreed-action") && Integer.valueOf(action.number()).equals(deadline.item()) && !deadline.noPeriod())
                .reduce((earlier, later) -> later).ifPresent(deadline -> notes.add(new Note("Due", deadline.dueOn())));
        add(notes, "What was done", action.whatWasDone());
        if (action.doneOn() != null) {
            notes.add(new Note("Done", action.doneOn()));
        }
        add(notes, "Evidence", action.evidence());
        add(notes, "Verdict", action.verdict() == null ? null : CaseDocuments.words(action.verdict()));
        add(notes, "Reason", action.verdictReason());
        return new Thing("Action " + action.number(), action.wording(), notes);
    }

    private static void add(List<Note> notes, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            notes.add(new Note(label, text));
        }
    }

    private static Thing missed(DeadlineView deadline) {
        var notes = new ArrayList<Note>();
        notes.add(new Note("Due", deadline.dueOn()));
        add(notes, "How it stands", CaseDocuments.words(deadline.outcome()));
        add(notes, "Allowed", deadline.allowance());
        add(notes, "Clause", deadline.clause());
        return new Thing("Missed: " + deadline.title(), null, notes);
    }

    /** What was written last, with the reason for which it came back. */
    private Optional<Thing> draft(Opened opened, String form) {
        var written = WRITTEN_IN.get(form);
        var source = form.equals("approve-response") && opened.file().ombudsmans() ? DECISION : written;
        // the answer to a panel is approved in the same form; the response of the stage before it has gone out
        return source == null ? Optional.empty() : documents.draft(opened, source).or(() -> form.equals("approve-response") ? documents.draft(opened, PANEL_ANSWER) : Optional.empty()).map(draft -> new Thing("Draft: " + draft.kind() + " to " + draft.to(), draft.text(),
                draft.givenBack() == null ? List.of() : List.of(new Note("Given back. What must change", draft.givenBack()))));
    }

    /** The last letter of the kind with which the task has to do. */
    private Optional<Thing> letter(Opened opened, String form) {
        return documents.letters(opened).stream().map(CaseDocuments.Numbered::letter).filter(letter -> letter.kind().equals(ABOUT_LETTER.get(form))).reduce((earlier, later) -> later)
                .map(letter -> new Thing(CaseDocuments.words(letter.kind()) + " to " + letter.to(), letter.text(),
                        letter.receivedOn() == null ? List.of(new Note("Sent", letter.sentOn())) : List.of(new Note("Sent", letter.sentOn()), new Note("Received", letter.receivedOn()))));
    }
}
