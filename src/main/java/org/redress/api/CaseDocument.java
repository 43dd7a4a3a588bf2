package org.redress.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.attachments.Listed;

/**
 * A case as it is read, on its page, in Tasklist, in Cockpit and on paper. All dates are civil dates, times are civil times in Europe/London; people are
 * there by name. A part that the reader's role may not read is null, which is not the same as an empty one.
 *
 * @param models on which version of the models it runs, in words; none where nothing is known
 * @param now what is to be done at this moment, and with whom it is
 * @param can what the reader can start for it, each with its form
 * @param otherSide the reference of the other side of an Ombudsman case, if it is known
 * @param ombudsmans whether it is the Ombudsman's file: stages are then versions of the draft
 * @param service the service of the council that it was given to, if it is not the whole council's
 * @param holders who has, had or will have a role of the case by name
 * @param lettersGoTo to whom a letter to the complainant goes, in words
 * @param contacts how those are reached whom a letter of the case goes to or names: the council and the Ombudsman
 * @param proposed changes of who complains that wait for a second person
 * @param sendings the letters that the product sends or has sent
 * @param recommended what was recommended and not agreed: nothing is due
 * @param promises what the council promised in its own answers
 * @param work its open tasks, with whom each is and to whom it can be given
 * @param openings who opened the file, newest first
 */
record CaseDocument(
        String reference,
        String council,
        String status,
        String statusText,
        LocalDate statusSince,
        LocalDate receivedOn,
        String channel,
        @Nullable String procedure,
        int stage,
        @Nullable String models,
        List<Now> now,
        List<Can> can,
        @Nullable String complaint,
        @Nullable String wanted,
        @Nullable String service,
        List<Holder> holders,
        @Nullable List<Party> parties,
        @Nullable String lettersGoTo,
        List<Contact> contacts,
        @Nullable List<Proposed> proposed,
        @Nullable List<Issue> issues,
        @Nullable List<Due> deadlines,
        @Nullable List<Letter> letters,
        @Nullable List<Sending> sendings,
        @Nullable List<Action> actions,
        @Nullable List<Action> recommended,
        @Nullable List<Action> promises,
        @Nullable List<Comment> comments,
        @Nullable List<Evidence> evidence,
        List<Listed> attachments,
        @Nullable List<Link> links,
        @Nullable String otherSide,
        boolean ombudsmans,
        @Nullable List<Finding> findings,
        @Nullable List<Line> chronology,
        @Nullable List<Work> work,
        @Nullable List<Opening> openings) {

    /**
     * Who has a role of the case, in words ("Answers the complaint"), for all of it or for one issue.
     *
     * @param standing "now", "from" a day to come, or "until" if somebody else has it now or its stage is over
     * @param away the last day of their leave, while they are away, and {@code deputy} who stands in
     */
    record Holder(String role, int stage, @Nullable Integer issue, @Nullable String service, String name, String standing, LocalDate since, @Nullable LocalDate until,
            @Nullable LocalDate away, @Nullable String deputy) {}

    /**
     * Something that is to be done now.
     *
     * @param who the person who has it, by name; none while it waits for {@code groups}
     * @param since when it came to them
     * @param dueIn how far the day is from today, in words: in 3 working days
     * @param task its id, if the reader can open it
     */
    record Now(String title, @Nullable String who, List<String> groups, LocalDate since, @Nullable LocalDate dueOn, @Nullable String dueIn, boolean overdue, @Nullable String task) {}

    /** A start form for the case: the key and the title of its process, and what can happen to the case now, where the form asks what happened. */
    record Can(String process, String title, List<Happening> happenings) {}

    /** Something that can happen, by its code and in words. */
    record Happening(String code, String words) {}

    /** An open task: with whom it is, and everybody to whom it can be given at this moment, name and user id. */
    record Work(String title, @Nullable String with, List<String> canBeGivenTo) {}

    /**
     * Somebody in the case, by number.
     *
     * @param role who they are, in the words of the papers; {@code part} what they are in the case
     * @param consent how the consent stands of the person for whom they speak, with its day
     * @param until the day on which their part ended, and {@code ended} why
     */
    record Party(int number, String label, String role, String part, List<String> alsoCalled, @Nullable Integer speaksFor, @Nullable String consent,
            boolean consentMissing, @Nullable String contact, @Nullable String unreachable, @Nullable String adjustment, @Nullable LocalDate since,
            @Nullable LocalDate until, @Nullable String ended, List<Restriction> restrictions) {}

    /** How the public reaches a council or an Ombudsman, as its entry says. */
    record Contact(String name, @Nullable String address, @Nullable String email, @Nullable String telephone, @Nullable String web) {}

    /** What somebody is kept from, until when it is looked at again, and an appeal. */
    record Restriction(int number, String what, String text, String reason, LocalDate since, String by, @Nullable LocalDate reviewOn, @Nullable LocalDate reviewedOn,
            @Nullable LocalDate appealedOn, @Nullable String appeal, @Nullable String outcome, @Nullable LocalDate until) {}

    /** A change of who complains that a second person has not confirmed yet. */
    record Proposed(String what, @Nullable String name, String reason, String by, LocalDate on) {}

    /** How the case belongs to another of its council; {@code undone} if it does not any more. */
    record Link(String kind, String other, LocalDate on, String reason, @Nullable LocalDate undone, @Nullable String undoneBecause) {}

    record Issue(int number, String text, LocalDate addedOn, @Nullable String notConsidered, @Nullable String clause, @Nullable String discretion, List<Answer> answers) {}

    record Answer(int stage, String finding, String reasons, @Nullable String remedy, @Nullable LocalDate remedyBy, String by, LocalDate on,
            @Nullable LocalDate setAsideOn, @Nullable Lesson lesson) {}

    /** What is learnt from an issue that was upheld, in words. */
    record Lesson(String cause, @Nullable String service, String learnt) {}

    /** A deadline; without days where no period is stated (REM-05). */
    record Due(String title, String owedBy, String rule, String clause, String triggerName, LocalDate triggerOn, String allowance,
            @Nullable LocalDate dueOn, @Nullable LocalDate originalDueOn, @Nullable LocalDate targetOn, String state, String outcome, List<String> steps,
            List<Extension> extensions, List<Pause> pauses) {}

    record Extension(LocalDate on, LocalDate from, LocalDate to, String reason) {}

    record Pause(LocalDate from, @Nullable LocalDate to) {}

    /** A letter, by its place in the case, or a draft of one as long as it has no day of sending, with the {@code form} in which it was written. */
    record Letter(@Nullable Integer number, String kind, String to, String text, @Nullable LocalDate sentOn, @Nullable LocalDate receivedOn, @Nullable String channel,
            @Nullable String givenBack, @Nullable String marking, @Nullable String form, List<KeptLetter> kept) {}

    /** The file of a letter as it was sent, by the number of its attachment. */
    record KeptLetter(int attachment, String name, String sha256) {}

    /**
     * A letter that the product sends to one person: of which step, to whom, and by what ("by e-mail").
     *
     * @param standing how it stands ("waits to be sent"), and {@code because} why
     * @param through whether nothing is to be done with it any more, and {@code seeTo} whether somebody has to see to it
     * @param attachment the number of the file that went out, if the case has it and the reader may open it
     */
    record Sending(String title, String to, String by, String standing, @Nullable String because, boolean through, boolean seeTo, String confirmedBy, LocalDateTime confirmedAt, @Nullable Integer attachment) {}

    /** An agreed or promised action; {@code due} and {@code outcome} are those of its deadline, once it has one. */
    record Action(int number, String state, @Nullable String kind, @Nullable String beneficiary, @Nullable BigDecimal amount, boolean amountOpen,
            @Nullable String within, @Nullable LocalDate from, boolean fromAssumed, @Nullable String wording, @Nullable LocalDate due, @Nullable LocalDate target, @Nullable String outcome,
            @Nullable LocalDate doneOn, @Nullable String doneBy, @Nullable String whatWasDone, @Nullable BigDecimal amountPaid, @Nullable String difference,
            @Nullable String evidence, @Nullable String verdict, @Nullable String verdictReason, @Nullable LocalDate verdictOn,
            String origin, boolean promised, @Nullable Integer issue, @Nullable LocalDate promisedBy, @Nullable LocalDate toldOn) {}

    /** A comment on a draft and what followed from it. */
    record Comment(int number, String by, String text, LocalDate receivedOn, @Nullable String consideration, @Nullable Boolean changesDraft) {}

    /** A piece of evidence and with whom it may be shared. */
    record Evidence(int number, String what, String from, String marking, LocalDate receivedOn) {}

    /** Something in the record that does not fit: the rule and a sentence (DQ-1…DQ-18); {@code code} is what the form "Answer finding" asks for. */
    record Finding(String rule, String sentence, String code, @Nullable Answered answered) {}

    /** What was said to a finding: kept with the reason, or how it was corrected. */
    record Answered(boolean kept, String reason, String by, LocalDate on) {}

    record Line(LocalDate on, LocalDateTime recordedAt, String who, String what, @Nullable String detail, List<Given> answers) {}

    /** Somebody opened the file. */
    record Opening(String who, LocalDateTime at) {}

    record Given(String label, @Nullable String value, @Nullable String rightIs) {}
}
