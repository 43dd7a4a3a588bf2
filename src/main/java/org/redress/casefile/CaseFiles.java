package org.redress.casefile;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of every complaint. Changes need a transaction that is under way (the engine's), so that the case file and the
 * process commit together; reading opens one of its own where there is none.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseFiles {
    /** Letters with which the Ombudsman asks a council for something, and those after which nothing more is asked. */
    private static final Set<String> OF_AN_INVESTIGATION = Set.of("notice", "enquiry", "draft-decision");
    private static final Set<String> ENDING_ONE = Set.of("decision", "report", "intake-decision", "closing-statement");

    /** Who acts when no person does. */
    public static final String PRODUCT = "Redress";
    /** The procedure of a request for a service, which is no complaint (CORP-10). */
    public static final String SERVICE_REQUEST = "service-request";
    /** The procedure of a request for what is held about somebody, which is a service request with a period of its own (DAT-10). */
    public static final String ACCESS_REQUEST = "access-request";
    /** To whom a council's letters to an Ombudsman go. */
    public static final String OMBUDSMAN = "Ombudsman";
    /** No case ended before this day. */
    private static final LocalDate BEFORE_ALL = LocalDate.of(1, 1, 1);

    private final ComplaintRepository complaints;
    private final Parties parties;
    private final IssueRepository issues;
    private final LetterRepository letters;
    private final DutyRepository duties;
    private final EntryRepository chronology;
    private final AgreedActionRepository actions;
    private final CaseLinks links;
    private final CouncilPrefixes prefixes;
    private final CaseAttachments attachments;
    private final EntityManager entities;
    private final ObjectProvider<LetterWatch> watches;
    private final ObjectProvider<CaseDoor> doors;
    private final Clock clock;

    CaseFiles(ComplaintRepository complaints, Parties parties, IssueRepository issues, LetterRepository letters,
            DutyRepository duties, EntryRepository chronology, AgreedActionRepository actions, CaseLinks links, CouncilPrefixes prefixes, CaseAttachments attachments, EntityManager entities,
            ObjectProvider<LetterWatch> watches, ObjectProvider<CaseDoor> doors, Clock clock) {
        this.complaints = complaints;
        this.parties = parties;
        this.issues = issues;
        this.letters = letters;
        this.duties = duties;
        this.chronology = chronology;
        this.actions = actions;
        this.links = links;
        this.prefixes = prefixes;
        this.attachments = attachments;
        this.entities = entities;
        this.watches = watches;
        this.doors = doors;
        this.clock = clock;
    }

    /** Opens a case file and gives it a reference that names the council and the year of receipt, and nobody. */
    public String open(Registration received) {
        var prefix = prefixes.of(received.council()).orElseThrow(() -> new CannotBeKept("The council " + received.council()
                + " has no prefix for its references yet; an administrator gives it one on the page Councils."));
        return open(Reference.ofCouncil(prefix, received.receivedAt().getYear(), nextNumber()).text(), received);
    }

    /** Opens an Ombudsman's file under a reference of its own kind. Refuses one that exists. */
    public String openForOmbudsman(String reference, Registration received) {
        open(reference, received);
        complaint(reference).belongToOmbudsman();
        return reference;
    }

    private String open(String reference, Registration received) {
        if (complaints.findByReference(reference).isPresent()) {
            throw new CannotBeKept("There is a case " + reference + " already.");
        }
        complaints.save(new Complaint(reference, received));
        // what is asked in SQL from here on finds it
        entities.flush();
        name(reference, received.people());
        return reference;
    }

    /** Adds issues, numbered on from those that are there; gives the new numbers. */
    public List<Integer> addIssues(String reference, List<String> texts, LocalDate on) {
        var complaint = complaint(reference);
        int last = issuesOf(reference).stream().mapToInt(Issue::number).max().orElse(0);
        for (int i = 0; i < texts.size(); i++) {
            issues.save(new Issue(complaint, last + i + 1, texts.get(i), on));
        }
        return java.util.stream.IntStream.rangeClosed(last + 1, last + texts.size()).boxed().toList();
    }

    /** Leaves issues out of consideration on a ground (CORP-16, CHD-15). Refuses numbers that do not exist. */
    public void leaveOut(String reference, Collection<Integer> numbers, String ground) {
        numbers.forEach(number -> issue(reference, number).leaveOut(ground, null));
    }

    /** Leaves an issue out because it does not meet a test of jurisdiction (LGA-06 to LGA-14). */
    public void leaveOut(String reference, int number, String ground, String clause) {
        issue(reference, number).leaveOut(ground, clause);
    }

    /** Takes an issue in although it does not meet a test of jurisdiction, with the reason (LGS-04). */
    public void takeInAtDiscretion(String reference, int number, String reason) {
        issue(reference, number).takeInAtDiscretion(reason);
    }

    /** The jurisdiction of a case is assessed anew: what was left out or taken in by its tests is open again (LGS-02). */
    public void assessJurisdictionAgain(String reference) {
        issuesOf(reference).forEach(Issue::assessAgain);
    }

    /** An issue that was left out by mistake is considered after all. */
    public void consider(String reference, int number) {
        issue(reference, number).consider();
    }

    /** Records the answer to an issue; refuses a second one at the same stage. */
    public void answer(String reference, int number, IssueView.Answer given) {
        var issue = issue(reference, number);
        issue.answer(new IssueAnswer(issue, given));
    }

    /** Records a letter that was sent. */
    public void send(String reference, LetterView letter) {
        var complaint = complaint(reference);
        var sent = letters.save(new Letter(complaint, letter, letter.to().equals(OMBUDSMAN) ? complaint.summary().counterpartReference() : null));
        watches.orderedStream().forEach(watch -> watch.sent(complaint.summary(), sent.id(), letter));
    }

    /** Keeps a letter of the other side in the matter that they know by this number (LGS-09). */
    public void receive(String reference, LetterView letter, String theirReference) {
        var complaint = complaint(reference);
        letters.save(new Letter(complaint, letter, theirReference));
        watches.forEach(watch -> watch.arrived(reference, complaint.summary().council(), complaint.summary().ombudsmans()));
    }

    /**
     * Letters of a matter that lie in one case go into another of the same council, with what is attached to them; the lines of the chronology stay where they
     * were written.
     *
     * @return the letters
     */
    public List<LetterView> moveLetters(String from, String to, String theirReference) {
        var right = complaint(to);
        var moving = letters.findByComplaintReferenceOrderById(from).stream().filter(letter -> letter.of(theirReference)).toList();
        moving.forEach(letter -> {
            letter.moveTo(right);
            letters.save(letter);
        });
        attachments.moveWith(moving.stream().map(Letter::id).toList(), from, to);
        return moving.stream().map(Letter::view).toList();
    }

    /** The letters of a matter that lie in a case, those that were kept first before the others. */
    @Transactional(readOnly = true)
    public List<LetterView> lettersOf(String reference, String theirReference) {
        return letters.findByComplaintReferenceOrderById(reference).stream().filter(letter -> letter.of(theirReference)).map(Letter::view).toList();
    }

    /** The ids of the letters of a case, those that were kept first before the others, for what is attached to one. */
    @Transactional(readOnly = true)
    public Map<Long, LetterView> lettersById(String reference) {
        var byId = new LinkedHashMap<Long, LetterView>();
        letters.findByComplaintReferenceOrderById(reference).forEach(letter -> byId.put(letter.id(), letter.view()));
        return byId;
    }

    /** What was written in a file of its own is also read in the case to which it belongs, on the days on which it happened and was recorded. */
    public void copyChronology(String from, String to) {
        var right = complaint(to);
        chronology(from).forEach(line -> chronology.save(new Entry(right, line)));
    }

    /** Records when the newest letter of a kind was received (CHD-50). */
    public void received(String reference, String kind, LocalDate on) {
        letters.findByComplaintReferenceOrderBySentOnAscIdAsc(reference).stream()
                .filter(letter -> letter.view().kind().equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("No " + kind + " letter was sent in case " + reference + "."))
                .arrive(on);
    }

    /** Records that a person did a duty at the stage where the case stands; doing it again changes nothing. */
    public void did(String reference, DutyDone done) {
        boolean known = duties(reference).stream()
                .anyMatch(d -> d.stage() == done.stage() && d.duty().equals(done.duty()) && d.person().equals(done.person()));
        if (!known) {
            duties.save(new Duty(complaint(reference), done));
        }
    }

    /** Changes the status; a case that is over stays over. */
    public void become(String reference, CaseStatus status, @Nullable String because, LocalDate on) {
        complaint(reference).become(status, because, on, LocalDateTime.now(clock));
    }

    /** Takes up a case that was over (CHD-11, CHD-14, CHD-35, LGA-02, LGA-11); refuses one that has no way back. A duplicate is none any more. */
    public void takeUp(String reference, CaseStatus status, String because, LocalDate on) {
        if (complaint(reference).summary().status() == CaseStatus.DUPLICATE) {
            links.noDuplicate(reference, on, PRODUCT, because)
                    .ifPresent(other -> record(other, on, PRODUCT, "No longer its duplicate: " + reference, "It was taken up again.", List.of()));
        }
        complaint(reference).takeUp(status, because, on);
    }

    /** The complaint came again after concurrent proceedings (CHD-14). */
    public void comeAgain(String reference, LocalDate on) {
        complaint(reference).comeAgain(on);
    }

    /** The complaint is assessed again: it is bound to no procedure, and what was answered at its stage and not sent does not stand (CHD-03). */
    public void assessAgain(String reference, LocalDate on) {
        var complaint = complaint(reference);
        issuesOf(reference).forEach(issue -> issue.setAside(complaint.stage(), on));
        actions.findByComplaintReferenceOrderByDraftAscNumberAsc(reference).stream().filter(action -> action.promisedAt(complaint.stage()) && action.inForce())
                .forEach(AgreedAction::supersede);
        complaint.free();
    }

    /** Binds the case to a procedure and the stage that has begun. */
    public void follow(String reference, String procedure, int stage) {
        complaint(reference).follow(procedure, stage);
    }

    /** An advocate was asked for (CHD-31). */
    public void askForAdvocate(String reference, LocalDate on) {
        complaint(reference).askForAdvocate(on);
    }

    /** The advocate was appointed (CHD-31). */
    public void appointAdvocate(String reference, LocalDate on) {
        complaint(reference).appointAdvocate(on);
    }

    /** A later start was asked for by the complainant and agreed (CHD-31). */
    public void startLater(String reference, LocalDate on) {
        complaint(reference).startLater(on);
    }

    /** The council decided that a person has sufficient interest in the child's welfare (CHD-20, CHD-31). */
    public void acceptInterest(String reference, LocalDate on) {
        complaint(reference).acceptInterest(on);
    }

    /** The case has another side: a tenant of the product, or somebody outside, and perhaps their reference. */
    public void link(String reference, @Nullable String counterpart, @Nullable String theirReference) {
        complaint(reference).link(counterpart, theirReference);
    }

    /** The case was taken over from another system, where it had a number of its own. */
    public void tookOver(String reference, String oldNumber) {
        complaint(reference).tookOver(oldNumber);
    }

    /** The case of a council that had this number in the system before. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> takenOver(String council, String oldNumber) {
        return complaints.findByCouncilAndOldNumber(council, oldNumber).map(Complaint::summary);
    }

    /** The case of a council or Ombudsman that is linked with a reference of another tenant. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> linked(String council, String counterpart, String theirReference) {
        return complaints.findByCouncilAndCounterpartAndCounterpartReference(council, counterpart, theirReference).map(Complaint::summary);
    }

    /** The case of a council that holds the letters of an Ombudsman outside the product, by the Ombudsman's reference, however it is written. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> linkedOutside(String council, String theirReference) {
        var wanted = Reference.read(theirReference);
        return complaints.findReferencesOutside(council).stream().filter(wanted::same).findFirst()
                .flatMap(written -> complaints.findByCouncilAndCounterpartIsNullAndCounterpartReference(council, written)).map(Complaint::summary);
    }

    /** The case of a council whose other side works in the product too and has this reference. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> linkedInside(String council, String theirReference) {
        return complaints.findFirstByCouncilAndCounterpartIsNotNullAndCounterpartReference(council, Reference.read(theirReference).text())
                .map(Complaint::summary);
    }

    /**
     * Names more people in the matter; the first of a case complains, whoever they are in it. Who speaks for somebody does so for whom
     * their role names, or else for the complainant.
     */
    public void name(String reference, List<Registration.Person> people) {
        var on = complaint(reference).summary().receivedAt().toLocalDate();
        for (var person : people) {
            var part = parties.of(reference).isEmpty() ? Part.COMPLAINANT : Part.read(person.role());
            parties.add(reference, person, part, on);
        }
        var all = parties.of(reference);
        all.stream().filter(person -> person.part().speaks() && person.speaksFor() == null).forEach(person -> parties.speakFor(reference, person.number(),
                all.stream().filter(other -> other != person && person.names(other)).findFirst().orElse(all.get(0)).number()));
    }

    /**
     * A review has set the decisions of a case aside, or an amended one replaces them: they stay readable and say so (LGS-22).
     *
     * @param fate what has become of them, as {@link LetterView} names it
     */
    public void overtakeDecision(String reference, LocalDate on, String fate) {
        boolean aside = !fate.equals(LetterView.REPLACED);
        var before = letters.findByComplaintReferenceOrderById(reference).stream()
                .filter(Letter::decides).toList();
        before.forEach(letter -> letter.mark(fate));
        if (!before.isEmpty()) {
            record(reference, on, PRODUCT, aside ? Happening.SET_ASIDE : "Decision amended",
                    fate.equals(LetterView.TAKEN_UP) ? "The case was taken up again; it stands no longer." : aside ? "The review found it not sound; it stands no longer." : "The amended decision replaces the first, which stays readable.", List.of());
        }
    }

    /** Whether a decision of the Ombudsman stands in a file, and the Ombudsman has not begun anew after it. */
    @Transactional(readOnly = true)
    public boolean decided(String reference) {
        var all = letters.findByComplaintReferenceOrderBySentOnAscIdAsc(reference);
        return all.stream().filter(Letter::decides).map(letter -> letter.view().sentOn()).max(LocalDate::compareTo)
                .filter(on -> all.stream().map(Letter::view).noneMatch(letter -> letter.kind().equals("notice") && letter.sentOn().isAfter(on))).isPresent();
    }

    /** The newest letter of a kind, if there is one. */
    @Transactional(readOnly = true)
    public Optional<LetterView> lastLetter(String reference, String kind) {
        // the one that was written last, whatever day it says
        return letters.findByComplaintReferenceOrderById(reference).stream().map(Letter::view).filter(letter -> letter.kind().equals(kind))
                .reduce((earlier, later) -> later);
    }

    /**
     * Where a case stands, as people read it. What a council has closed is with the Ombudsman as well, from a letter that asks something of it until one that ends the
     * matter; its own procedure stays closed (LGA-02, LGA-18).
     */
    @Transactional(readOnly = true)
    public String standing(CaseSummary c) {
        boolean asked = !c.ombudsmans() && c.counterpartReference() != null && c.status().over() && letters.findByComplaintReferenceOrderById(c.reference()).stream().map(Letter::view)
                .filter(letter -> letter.receivedOn() != null && (OF_AN_INVESTIGATION.contains(letter.kind()) || ENDING_ONE.contains(letter.kind())))
                .reduce((earlier, later) -> later).filter(letter -> OF_AN_INVESTIGATION.contains(letter.kind())).isPresent();
        return c.status().text() + (asked ? "; with the Ombudsman" : "");
    }

    /** Appends a line to the chronology. */
    public void record(String reference, LocalDate on, String who, String what, @Nullable String detail,
            List<Happening.Given> answers) {
        var happening = new Happening(on, LocalDateTime.now(clock), who, what, detail, answers);
        chronology.save(new Entry(complaint(reference), happening));
    }

    /** Appends a line about something that the product did by itself today. */
    public void record(String reference, String what, @Nullable String detail) {
        record(reference, LocalDate.now(clock), PRODUCT, what, detail, List.of());
    }

    @Transactional(readOnly = true)
    public Optional<CaseSummary> find(String reference) {
        return complaints.findByReference(reference).map(Complaint::summary);
    }

    /** Whether a case has this number, whoever's it is. */
    @Transactional(readOnly = true)
    public boolean taken(Reference reference) {
        return complaints.findByReference(reference.text()).isPresent();
    }

    /** A council's own case by its reference, however it is written; one of another council is none, and neither is one that is shut to whoever is signed in. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> find(String council, String written) {
        var reference = Reference.read(written);
        return complaints.findByReference(reference.text()).filter(found -> found.council().equals(council))
                .or(() -> complaints.findByCouncilAndKey(council, reference.key())).map(Complaint::summary)
                .filter(found -> doors.stream().noneMatch(door -> door.shut(council, found.reference())));
    }

    /** A case of whichever council: to note who asked for what is not theirs, and never for an answer to them. */
    @Transactional(readOnly = true)
    public Optional<CaseSummary> anywhere(String written) {
        return complaints.findByReference(Reference.read(written).text()).map(Complaint::summary);
    }

    /** The case; refuses a reference that does not exist. */
    @Transactional(readOnly = true)
    public CaseSummary get(String reference) {
        return complaint(reference).summary();
    }

    @Transactional(readOnly = true)
    public List<CaseSummary> all() {
        return complaints.findAllByOrderByReference().stream().map(Complaint::summary).toList();
    }

    /**
     * Cases of a council on which nothing more is done since a day or longer, those that ended first at the top; at most so many, after
     * the one that was the last before, if there was one.
     */
    @Transactional(readOnly = true)
    public List<CaseSummary> over(String council, LocalDate until, @Nullable CaseSummary after, int most) {
        var statuses = Arrays.stream(CaseStatus.values()).filter(CaseStatus::over).toList();
        return complaints.ended(council, statuses, until, after == null ? BEFORE_ALL : after.statusSince(), after == null ? "" : after.reference(), Limit.of(most))
                .stream().map(Complaint::summary).toList();
    }

    @Transactional(readOnly = true)
    public List<IssueView> issues(String reference) {
        return issuesOf(reference).stream().map(Issue::view).toList();
    }

    /** Numbers of the issues that are considered and have no answer at the stage where the case stands. */
    @Transactional(readOnly = true)
    public List<Integer> unanswered(String reference) {
        int stage = complaint(reference).stage();
        return issuesOf(reference).stream()
                .filter(issue -> issue.considered() && !issue.answeredAt(stage))
                .map(Issue::number)
                .toList();
    }

    /** Everybody in the matter, by label and role. */
    @Transactional(readOnly = true)
    public List<Registration.Person> people(String reference) {
        return parties.of(reference).stream().map(party -> new Registration.Person(party.label(), party.role(), party.alsoCalled())).toList();
    }

    @Transactional(readOnly = true)
    public List<LetterView> letters(String reference) {
        return letters.findByComplaintReferenceOrderBySentOnAscIdAsc(reference).stream().map(Letter::view).toList();
    }

    @Transactional(readOnly = true)
    public List<DutyDone> duties(String reference) {
        return duties.findByComplaintReferenceOrderById(reference).stream().map(Duty::view).toList();
    }

    /** The chronology, in the order in which things happened. */
    @Transactional(readOnly = true)
    public List<Happening> chronology(String reference) {
        var entries = chronology.findByComplaintReferenceOrderById(reference);
        var versions = new Versions(entries);
        // stable: what happened on one day stays in the order in which it was recorded
        return entries.stream().map(entry -> entry.view(versions)).sorted(Comparator.comparing(Happening::on)).toList();
    }

    /** The facts of a case in the version that counts, in the order in which they were first recorded. */
    @Transactional(readOnly = true)
    public List<Fact> facts(String reference) {
        var entries = chronology.findByComplaintReferenceOrderById(reference);
        var versions = new Versions(entries);
        return entries.stream().flatMap(entry -> entry.answers().stream()
                        .filter(answer -> answer.corrects() == null && answer.value() != null)
                        .map(answer -> versions.right(answer).fact(entry)))
                .toList();
    }

    /**
     * Puts a fact right: a new line with the right answer, which points to the wrong one; both stay readable.
     *
     * @param value the right one, of the same kind; {@code content} is the same in words
     */
    public void putRight(String reference, long fact, String value, String content, String who) {
        var wrong = chronology.findByComplaintReferenceOrderById(reference).stream().flatMap(entry -> entry.answers().stream())
                .filter(answer -> Long.valueOf(fact).equals(answer.id())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no fact " + fact + "."));
        var now = LocalDateTime.now(clock);
        chronology.save(new Entry(complaint(reference), now.toLocalDate(), now, who, wrong, value, content));
    }

    /** What was last answered in a field of a form. */
    @Transactional(readOnly = true)
    public Optional<String> lastAnswer(String reference, String form, String field) {
        return chronology.findByComplaintReferenceOrderByIdDesc(reference).stream()
                .flatMap(entry -> entry.given().stream())
                .filter(given -> given.form().equals(form) && given.field().equals(field))
                .map(Happening.Given::content)
                .findFirst();
    }

    /** The lines that were answered in a field when the form was filled in for the last time; none where it was left empty then. */
    @Transactional(readOnly = true)
    public List<String> lastLines(String reference, String form, String field) {
        return chronology.findByComplaintReferenceOrderByIdDesc(reference).stream()
                .filter(entry -> !entry.putsRight())
                .map(Entry::given)
                .filter(answers -> answers.stream().anyMatch(given -> given.form().equals(form)))
                .findFirst().stream()
                .flatMap(List::stream)
                .filter(given -> given.form().equals(form) && given.field().equals(field) && given.content() != null)
                .flatMap(given -> given.content().lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Complaint complaint(String reference) {
        return complaints.findByReference(reference)
                .orElseThrow(() -> new IllegalArgumentException("There is no case " + reference + "."));
    }

    private Issue issue(String reference, int number) {
        return issuesOf(reference).stream()
                .filter(issue -> issue.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Case " + reference + " has no issue " + number + "."));
    }

    private List<Issue> issuesOf(String reference) {
        return issues.findByComplaintReferenceOrderByNumber(reference);
    }

    /** The next of the numbers that all references share. */
    public long nextNumber() {
        // the dialect knows how its database asks for the next number; H2 and PostgreSQL differ
        var next = entities.unwrap(SessionImplementor.class).getJdbcServices().getDialect().getSequenceSupport()
                .getSequenceNextValString("complaint_number");
        return ((Number) entities.createNativeQuery(next).getSingleResult()).longValue();
    }
}
