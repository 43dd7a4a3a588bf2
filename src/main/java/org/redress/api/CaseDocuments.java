package org.redress.api;

import static org.redress.identity.Sight.Content.ACTIONS;
import static org.redress.identity.Sight.Content.ANSWERS;
import static org.redress.identity.Sight.Content.CHRONOLOGY;
import static org.redress.identity.Sight.Content.COMMENTS;
import static org.redress.identity.Sight.Content.COMPLAINT;
import static org.redress.identity.Sight.Content.CONFIDENTIAL_DRAFTS;
import static org.redress.identity.Sight.Content.CONTACTS;
import static org.redress.identity.Sight.Content.DEADLINES;
import static org.redress.identity.Sight.Content.DRAFTS;
import static org.redress.identity.Sight.Content.EVIDENCE;
import static org.redress.identity.Sight.Content.FINDINGS;
import static org.redress.identity.Sight.Content.ISSUES;
import static org.redress.identity.Sight.Content.LETTERS;
import static org.redress.identity.Sight.Content.LINKS;
import static org.redress.identity.Sight.Content.OPENINGS;
import static org.redress.identity.Sight.Content.OPEN_WORK;
import static org.redress.identity.Sight.Content.PEOPLE;
import static org.redress.identity.Sight.Content.WITHHELD_EVIDENCE;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.api.CaseDocument.Action;
import org.redress.api.CaseDocument.Answer;
import org.redress.api.CaseDocument.Answered;
import org.redress.api.CaseDocument.Comment;
import org.redress.api.CaseDocument.Due;
import org.redress.api.CaseDocument.Evidence;
import org.redress.api.CaseDocument.Extension;
import org.redress.api.CaseDocument.Finding;
import org.redress.api.CaseDocument.Given;
import org.redress.api.CaseDocument.Issue;
import org.redress.api.CaseDocument.KeptLetter;
import org.redress.api.CaseDocument.Lesson;
import org.redress.api.CaseDocument.Letter;
import org.redress.api.CaseDocument.Line;
import org.redress.api.CaseDocument.Pause;
import org.redress.api.CaseDocument.Sending;
import org.redress.api.CaseReader.Opened;
import org.redress.attachments.Attachments;
import org.redress.attachments.Listed;
import org.redress.casefile.AttachmentKind;
import org.redress.audit.ReadLog;
import org.redress.casefile.ActionState;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.AnsweredFinding;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.FindingAnswers;
import org.redress.casefile.Happening;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.LinkView;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.finding.CaseFindings;
import org.redress.identity.Authority;
import org.redress.identity.Organisations;
import org.redress.identity.Reader;
import org.redress.identity.Services;
import org.redress.identity.Sight;
import org.redress.quality.CaseRecord;
import org.redress.sending.DispatchView;
import org.redress.sending.Dispatches;
import org.redress.versions.Versions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a case together for reading. */
@Component
class CaseDocuments {
    private static final String NOT_SHOWN = "a case that is not shown here";
    private static final List<Draft> WRITTEN = List.of(
            new Draft("draft-response", "letterText", "response"), new Draft("decide-panel-answer", "panelAnswer", "panel-answer"),
            new Draft("draft-decision", "letterText", "draft-decision"));
    /** Drafts that a second person approves or gives back. */
    private static final Set<String> APPROVED = Set.of("draft-response", "draft-decision");
    /** Markings of what nobody outside is shown (DAT-04). */
    private static final Set<String> WITHHELD = Set.of("withheld", "third-party", "privileged");
    /** How the file says with whom a thing may be shared, for a reader (DAT-04). */
    private static final Map<String, String> MARKINGS = Map.ofEntries(Map.entry("draft-confidential", "Draft, confidential: for comments only"), Map.entry(LetterView.SET_ASIDE, "Set aside after a review"), Map.entry(LetterView.TAKEN_UP, "Set aside: the case was taken up again"),
            Map.entry(LetterView.REPLACED, "Replaced by the amended decision"), Map.entry("both", "Complainant and council"),
            Map.entry("council", "The council only"), Map.entry("complainant", "The complainant only"), Map.entry("withheld", "Nobody: withheld by notice (section 32(3))"),
            Map.entry("third-party", "Nobody: another person’s data"), Map.entry("privileged", "Nobody: legal advice"));

    /** Procedures whose slug says too little to a reader. */
    private static final Map<String, String> PROCEDURES =
            Map.of("code", "Complaint Handling Code", "statutory", "Children’s statutory procedure");

    /** Ways of a complaint or a letter that the forms call something else. */
    private static final Map<String, String> CHANNELS = Map.of("email", "E-mail", "phone", "Telephone");

    /** Who owes it, where the table's word is not a reader's; what nobody owes has nobody to name. */
    private static final Map<String, String> OWED_BY = Map.of("authority", "council", "respondent", "council", "ombudsman", "Ombudsman", "nobody", "");

    private final CaseFiles cases;
    private final CaseLinks links;
    private final CasePeople people;
    private final CaseContacts contacts;
    private final CaseHolders holders;
    private final AgreedActions actions;
    private final CommentsToConsider comments;
    private final EvidenceRegister evidence;
    private final Attachments attachments;
    private final KeptLetters kept;
    private final Dispatches dispatches;
    private final Deadlines deadlines;
    private final Organisations organisations;
    private final Services services;
    private final Authority authority;
    private final CaseNow now;
    private final Sight sight;
    private final Reader reader;
    private final CaseFindings findings;
    private final FindingAnswers answers;
    private final ReadLog readings;
    private final Takers takers;
    private final Versions versions;

    CaseDocuments(CaseFiles cases, CaseLinks links, CasePeople people, CaseContacts contacts, CaseHolders holders, AgreedActions actions, CommentsToConsider comments, EvidenceRegister evidence, Attachments attachments, KeptLetters kept, Dispatches dispatches, Deadlines deadlines,
            Organisations organisations, Services services, Authority authority, CaseNow now, Sight sight, Reader reader, CaseFindings findings, FindingAnswers answers, ReadLog readings, Takers takers, Versions versions) {
        this.cases = cases;
        this.links = links;
        this.people = people;
        this.contacts = contacts;
        this.holders = holders;
        this.actions = actions;
        this.comments = comments;
        this.evidence = evidence;
        this.attachments = attachments;
        this.kept = kept;
        this.dispatches = dispatches;
        this.deadlines = deadlines;
        this.organisations = organisations;
        this.services = services;
        this.authority = authority;
        this.now = now;
        this.sight = sight;
        this.reader = reader;
        this.findings = findings;
        this.answers = answers;
        this.readings = readings;
        this.takers = takers;
        this.versions = versions;
    }

    /** A text that becomes a letter of some kind when it is sent, and where it is written. */
    private record Draft(String form, String field, String kind) {}

    /** Everything of an opened case that its reader may read. */
    @Transactional(readOnly = true)
    public CaseDocument of(Opened opened) {
        var c = opened.file();
        var reference = c.reference();
        var letters = letters(opened);
        var chronology = chronology(opened);
        // what does not fit is looked for in what this reader sees, so that no finding tells of anything else
        var visible = new CaseRecord(cases.people(reference), cases.issues(reference), letters.stream().map(Numbered::letter).toList(), actions.views(reference), chronology);
        var names = names(reference, chronology);
        var said = answers.of(reference);
        var found = !opened.shows(FINDINGS) ? null : findings.of(reference, visible, form -> told(opened, form)).stream()
                .map(finding -> finding(finding, said.get(finding.code()), names)).toList();
        var files = attachments.shown(c);
        return new CaseDocument(reference, organisations.name(c.council()), c.status().name().toLowerCase(Locale.ROOT), cases.standing(c), c.statusSince(),
                c.receivedAt().toLocalDate(), channel(c.channel()), procedure(c.procedure()), c.stage(), versions.ofCase(reference).orElse(null),
                now.of(c, names), now.can(c, found != null && !found.isEmpty()),
                opened.shows(COMPLAINT) ? c.complainedOf() : null, opened.shows(COMPLAINT) ? c.outcomeWanted() : null,
                holders.service(c), holders.of(c),
                opened.shows(PEOPLE) ? people.of(reference, opened.shows(CONTACTS), names) : null, opened.shows(PEOPLE) ? people.lettersGoTo(reference) : null, contacts.of(c),
                opened.shows(PEOPLE) ? people.proposed(reference, names) : null,
                opened.shows(ISSUES) ? cases.issues(reference).stream().map(issue -> issue(c.council(), issue, names)).toList() : null,
                opened.shows(DEADLINES) ? deadlines.of(reference).stream().map(CaseDocuments::due).toList() : null,
                opened.shows(LETTERS) || opened.shows(DRAFTS) ? letters(letters, kept.of(opened), opened) : null,
                opened.shows(LETTERS) ? sendings(reference, files, names) : null,
                opened.shows(ACTIONS) ? actions.agreed(reference).stream().map(action -> action(action, due(reference, action.number()))).toList() : null,
                opened.shows(ACTIONS) ? actions.recommended(reference).stream().map(action -> action(action, Optional.empty())).toList() : null,
                opened.shows(ACTIONS) ? actions.promised(reference).stream().map(action -> action(action, due(reference, action.number()))).toList() : null,
                opened.shows(COMMENTS) ? comments(reference) : null,
                opened.shows(EVIDENCE) ? evidence(opened) : null,
                files,
                opened.shows(LINKS) ? links(c) : null,
                c.counterpartReference(), c.ombudsmans(),
                found,
                opened.shows(CHRONOLOGY) ? chronology.stream().map(h -> line(h, chronology, names)).toList() : null,
                opened.shows(OPEN_WORK) ? takers.of(reference, names) : null,
                opened.shows(OPENINGS) ? openings(reference, names) : null);
    }

    /** A letter and its place among all of the case. */
    record Numbered(int number, LetterView letter) {}

    /** The letters that the reader may read, each with its place among all of the case. */
    List<Numbered> letters(Opened opened) {
        var all = cases.letters(opened.file().reference());
        return !opened.shows(LETTERS) ? List.of() : IntStream.range(0, all.size()).mapToObj(place -> new Numbered(place + 1, all.get(place)))
                .filter(letter -> opened.shows(CONFIDENTIAL_DRAFTS) || !letter.letter().ofConfidentialDraft())
                .toList();
    }

    /** The lines of the chronology, without what was answered in forms that the reader may not read. */
    private List<Happening> chronology(Opened opened) {
        var person = reader.user().orElse("");
        var shut = links.of(opened.file().reference()).stream().map(LinkView::other).filter(other -> !sight.sees(person, opened.file().council(), other)).toList();
        return cases.chronology(opened.file().reference()).stream().map(h -> new Happening(h.on(), h.recordedAt(), h.who(), without(shut, h.what()), h.detail() == null ? null : without(shut, h.detail()),
                h.answers().stream().filter(given -> told(opened, given.form())).map(given -> without(shut, given)).toList())).toList();
    }

    private static Happening.Given without(List<String> shut, Happening.Given given) {
        return given.content() == null ? given : new Happening.Given(given.form(), given.field(), given.label(), without(shut, given.content()), given.value(),
                given.rightIs() == null ? null : without(shut, given.rightIs()));
    }

    /** A case that this one is linked with may have been restricted since: its number tells that there is one. */
    private static String without(List<String> shut, String text) {
        var shown = text;
        for (var reference : shut) {
            shown = shown.replace(reference, NOT_SHOWN);
        }
        return shown;
    }

    private static boolean told(Opened opened, String form) {
        return opened.shows(ANSWERS) && Sight.needed(form).map(opened::shows).orElse(true);
    }

    private Names names(String reference, List<Happening> chronology) {
        var names = new Names(authority);
        names.prepare(Stream.concat(chronology.stream().map(Happening::who), chronology.stream().flatMap(h -> Names.mentioned(h.what(), h.detail()))).toList());
        return names;
    }

    private List<Comment> comments(String reference) {
        return comments.all(reference).stream().map(o -> new Comment(o.number(), words(o.by()), o.text(), o.receivedOn(), o.consideration(), o.changesDraft())).toList();
    }

    private List<Evidence> evidence(Opened opened) {
        return evidence.of(opened.file().reference()).stream().filter(e -> opened.shows(WITHHELD_EVIDENCE) || !WITHHELD.contains(e.marking()))
                .map(e -> new Evidence(e.number(), e.what(), e.from(), marking(e.marking()), e.receivedOn())).toList();
    }

    /** The cases to which it belongs, as far as there are any for this reader. */
    private List<CaseDocument.Link> links(CaseSummary c) {
        var person = reader.user().orElseThrow();
        return links.of(c.reference()).stream().filter(link -> sight.sees(person, c.council(), link.other()))
                .map(link -> new CaseDocument.Link(link.kind().text(), link.other(), link.on(), link.reason(), link.undoneOn(), link.undoneBecause())).toList();
    }

    private List<CaseDocument.Opening> openings(String reference, Names names) {
        var all = readings.of(reference);
        names.prepare(all.stream().map(ReadLog.Opening::who).toList());
        return all.stream().map(o -> new CaseDocument.Opening(names.of(o.who()), o.at())).toList();
    }

    private static Finding finding(org.redress.quality.Finding found, @Nullable AnsweredFinding said, Names names) {
        return new Finding(found.rule(), found.sentence(), found.code(), said == null ? null : new Answered(said.kept(), said.reason(), names.of(said.by()), said.on()));
    }

    private static @Nullable String procedure(@Nullable String slug) {
        return slug == null ? null : PROCEDURES.getOrDefault(slug, words(slug));
    }

    /** What is written and not sent yet, for those who approve it and send it. */
    private Stream<Letter> drafts(Opened opened) {
        return opened.shows(DRAFTS) && !opened.file().status().over() ? WRITTEN.stream().flatMap(draft -> draft(opened.file().reference(), draft).stream()) : Stream.of();
    }

    /** What was written last in a form and has not been sent, if the reader may read it. */
    Optional<Letter> draft(Opened opened, String form) {
        return opened.shows(DRAFTS) ? WRITTEN.stream().filter(draft -> draft.form().equals(form)).flatMap(draft -> draft(opened.file().reference(), draft).stream()).findFirst()
                : Optional.empty();
    }

    /** A draft as the letter that it would be if it were sent today. */
    LetterView asLetter(CaseSummary file, String form, Letter draft, LocalDate today) {
        var kind = WRITTEN.stream().filter(one -> one.form().equals(form)).map(Draft::kind).findFirst().orElseThrow();
        return new LetterView(file.ombudsmans() ? 0 : file.stage(), kind, draft.to(), draft.text(), null, today, null);
    }

    private Optional<Letter> draft(String reference, Draft draft) {
        var sent = cases.letters(reference);
        var to = people.lettersGoTo(reference);
        return cases.lastAnswer(reference, draft.form(), draft.field())
                .filter(text -> sent.stream().noneMatch(letter -> letter.kind().equals(draft.kind()) && letter.text().equals(text)))
                .map(text -> new Letter(null, words(draft.kind()), to, text, null, null, null, APPROVED.contains(draft.form()) ? givenBack(reference, draft.form()) : null, null, draft.form(), List.of()));
    }

    /** What must change in the response, if it was given back and has not been written again since. */
    private @Nullable String givenBack(String reference, String form) {
        return cases.chronology(reference).stream()
                .flatMap(happening -> happening.answers().stream())
                .filter(given -> given.form().equals(form) && given.field().equals("letterText")
                        || given.form().equals("approve-response") && given.field().equals("comments"))
                .reduce((earlier, later) -> later)
                .filter(given -> given.field().equals("comments"))
                .map(Happening.Given::content)
                .orElse(null);
    }

    private List<Letter> letters(List<Numbered> letters, List<KeptLetters.Kept> kept, Opened opened) {
        return Stream.concat(letters.stream().map(one -> letter(one, kept.stream().filter(file -> file.letter() == one.number())
                .map(file -> new KeptLetter(file.file().number(), file.file().name(), file.file().sha256())).toList())), drafts(opened)).toList();
    }

    private List<Sending> sendings(String reference, List<Listed> files, Names names) {
        return dispatches.of(reference).stream().map(one -> new Sending(one.title(), one.name() + " (number " + one.party() + ")", one.by(), one.standing(), one.because(), one.through(), one.needsSomebody(),
                names.of(one.confirmedBy()), one.confirmedAt(), asSent(one, files))).toList();
    }

    private static @Nullable Integer asSent(DispatchView sent, List<Listed> files) {
        return files.stream().filter(file -> file.kind().equals(AttachmentKind.SENT.code()) && file.open() && file.sha256().equals(sent.sha256())).map(Listed::number).findFirst().orElse(null);
    }

    private static Letter letter(Numbered numbered, List<KeptLetter> kept) {
        var letter = numbered.letter();
        return new Letter(numbered.number(), words(letter.kind()), letter.to(), letter.text(), letter.sentOn(), letter.receivedOn(),
                letter.channel() == null ? null : channel(letter.channel()), null, letter.marking() == null ? null : marking(letter.marking()), null, kept);
    }

    private Optional<DeadlineView> due(String reference, int action) {
        return deadlines.of(reference).stream().filter(d -> d.kind().equals("agreed-action") && Integer.valueOf(action).equals(d.item()))
                .reduce((earlier, later) -> later);
    }

    /** What is done is not "to be done" any more while it waits to be shown, or told. */
    private static String state(ActionView a) {
        return a.state() != ActionState.UNDER_WAY || a.doneOn() == null ? a.state().text() : a.promise() != null ? "Done, complainant not told yet" : "Done, evidence not handed in yet";
    }

    private static Action action(ActionView a, Optional<DeadlineView> due) {
        return new Action(a.number(), state(a), a.kind() == null ? null : words(a.kind()), a.beneficiary(), a.amount(), a.amountOpen(), a.within(), a.countsFrom(),
                a.fromAssumed(), a.wording(), due.filter(d -> !d.noPeriod()).map(DeadlineView::dueOn).orElse(null),
                due.filter(d -> !d.noPeriod()).map(DeadlineView::targetOn).orElse(null),
                due.map(DeadlineView::outcome).orElse(null), a.doneOn(), a.doneBy(), a.whatWasDone(), a.amountPaid(), a.difference(), a.evidence(),
                a.verdict() == null ? null : words(a.verdict()), a.verdictReason(), a.verdictOn(), a.origin(), a.promise() != null, a.promise() == null ? null : a.promise().issue(),
                a.promise() == null ? null : a.promise().by(), a.promise() == null ? null : a.promise().toldOn());
    }

    /** How a complaint or a letter came or went, for a reader. */
    static String channel(String slug) {
        return CHANNELS.getOrDefault(slug, words(slug));
    }

    /** With whom a thing may be shared, or what became of it, for a reader. */
    static String marking(String slug) {
        return MARKINGS.getOrDefault(slug, words(slug));
    }

    private Issue issue(String council, IssueView issue, Names names) {
        return new Issue(issue.number(), issue.text(), issue.addedOn(), issue.notConsidered() == null ? null : words(issue.notConsidered()), issue.clause(), issue.discretion(),
                issue.answers().stream().map(a -> new Answer(a.stage(), words(a.finding()), a.reasons(), a.remedy(), a.remedyBy(), names.of(a.by()), a.on(), a.setAsideOn(), lesson(council, a.lesson()))).toList());
    }

    private @Nullable Lesson lesson(String council, IssueView.@Nullable Lesson lesson) {
        return lesson == null ? null : new Lesson(words(lesson.cause()), lesson.service() == null ? null : services.name(council, lesson.service()), lesson.learnt());
    }

    private static Due due(DeadlineView d) {
        return new Due(d.title(), OWED_BY.getOrDefault(d.owedBy(), d.owedBy()), d.rule(), d.clause(), trigger(d), d.triggerOn(), d.noPeriod() ? "no period; asked about every " + d.allowance() : d.allowance(),
                d.noPeriod() ? null : d.dueOn(), d.noPeriod() ? null : d.originalDueOn(), d.noPeriod() ? null : d.targetOn(), state(d), d.outcome(), d.steps(),
                d.extensions().stream().map(e -> new Extension(e.on(), e.from(), e.to(), e.reason())).toList(),
                d.pauses().stream().map(p -> new Pause(p.from(), p.to())).toList());
    }

    private static String state(DeadlineView d) {
        if (d.overdue()) {
            return "overdue";
        }
        boolean late = d.state() == DeadlineState.MET && d.daysLate() != null && d.daysLate() > 0;
        return late ? "late" : d.state().name().toLowerCase(Locale.ROOT);
    }

    /** A decision that was set aside says so wherever it is read, whether by a review or because the case was taken up again (LGA-02, LGS-22). */
    private static Line line(Happening h, List<Happening> told, Names names) {
        return new Line(h.on(), h.recordedAt(), names.of(h.who()), names.in(h.what(), h.what()) + (h.setAside(told) ? " (set aside)" : ""), h.detail() == null ? null : names.in(h.what(), h.detail()), h.answers().stream().map(g -> new Given(g.label(), g.content(), g.rightIs())).toList());
    }

    /** "responseSentOn" as "response sent"; what the complaint asks for first is asked for on its receipt, and an action counts as it was agreed. */
    private static String trigger(DeadlineView d) {
        if (d.trigger().equals("agreedFromOn")) {
            return "council".equals(d.owedBy()) ? "the letter that promises it" : "the decision, or the day it names";
        }
        var variable = d.stage() == 0 && d.trigger().equals("requestedOn") ? "receivedOn" : d.trigger();
        return variable.replaceFirst("On$", "").replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** A slug as words: "kent-two-stage" as "Kent two stage". */
    static String words(String slug) {
        var words = slug.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
