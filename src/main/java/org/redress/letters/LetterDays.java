package org.redress.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.engine.BeganWith;
import org.redress.engine.Engine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The days and periods that letters say: the day that whoever sends one set, else that of the deadline which the case has, or will have once the letter has gone,
 * by the row of the table; none where the case does not know it, and never one of its own (LGS-09, LGS-13, LGS-22, LGA-21, LGA-23, CHD-14, CHD-50, CHD-56).
 */
@Component
class LetterDays {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
    /** As the table names the Ombudsman's own procedure. */
    private static final String OMBUDSMANS = "ombudsman";
    private static final String COUNCILS_COMMENTS = "council-comments";

    /** What is due after a letter, and from which day it counts: the one of the letter, which the product takes for the one on which it came too. */
    private record Due(String deadline, String from) {}

    /** What the reader of a letter owes, or may do, by a day. */
    private static final Map<LetterKind, Due> REPLY = Map.of(LetterKind.ENQUIRY, new Due("enquiry-reply", "enquirySentOn"), LetterKind.DRAFT_DECISION, new Due("complainant-comments", "draftSentOn"),
            LetterKind.REPORT, new Due("report-response", "reportReceivedOn"), LetterKind.FURTHER_REPORT, new Due("report-response", "reportReceivedOn"),
            LetterKind.NEWSPAPER_STATEMENT, new Due("newspaper-statement", "newspaperNoticeOn"));
    private static final Due TO_COUNCIL = new Due(COUNCILS_COMMENTS, "draftSentOn");
    private static final Due REVIEW = new Due("review-request", "decidedOn");
    private static final Due PANELS = new Due("panel-response", "recommendationsReceivedOn");
    private static final Set<LetterKind> REVIEWED = Set.of(LetterKind.DECISION, LetterKind.INTAKE_DECISION);
    private static final Set<LetterKind> OF_NEW_DAY = Set.of(LetterKind.EXTENSION_NOTICE, LetterKind.DELAY_EXPLANATION);
    private static final Set<LetterKind> CHASING = Set.of(LetterKind.REMINDER, LetterKind.SUMMONS_THREATENED, LetterKind.SUMMONS_ISSUED);

    private final Deadlines deadlines;
    private final Parties parties;
    private final Engine engine;
    private final RuntimeService runtime;

    // lazily: the engine needs the features that write letters
    LetterDays(Deadlines deadlines, Parties parties, Engine engine, @Lazy RuntimeService runtime) {
        this.deadlines = deadlines;
        this.parties = parties;
        this.engine = engine;
        this.runtime = runtime;
    }

    /** Those of one letter. */
    OfLetter of(CaseSummary file, LetterView letter) {
        return new OfLetter(file, letter, began(file));
    }

    /**
     * With which tables a case goes on (rule book 1.6).
     *
     * @param definition the process whose deployment holds them; none once it is over, and the newest count
     * @param moved what a moved case says of its beginning
     */
    private record Began(@Nullable String definition, Map<String, Object> moved) {}

    private Began began(CaseSummary file) {
        return engine.unrestricted(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(file.reference()).processDefinitionKey(file.ombudsmans() ? "ombudsman-case" : "complaint").list().stream()
                .findFirst().map(whole -> {
                    var moved = runtime.getVariables(whole.getId(), List.of(BeganWith.VARIABLE));
                    return new Began(BeganWith.of(moved, whole.getProcessDefinitionId()), moved);
                }).orElse(new Began(null, Map.of())));
    }

    final class OfLetter {
        private final CaseSummary file;
        private final LetterView letter;
        private final @Nullable LetterKind kind;
        private final Began began;

        private OfLetter(CaseSummary file, LetterView letter, Began began) {
            this.file = file;
            this.letter = letter;
            this.kind = LetterKind.of(letter.kind()).orElse(null);
            this.began = began;
        }

        /** The process whose tables count; none where the newest do. */
        @Nullable String definition() {
            return began.definition();
        }

        /** What there is, by the names of {@link Names}. */
        Map<String, Object> all() {
            var days = new HashMap<String, Object>();
            day(days, "answerBy", answerBy());
            day(days, "replyBy", replyBy());
            day(days, "reviewBy", kind != null && REVIEWED.contains(kind) ? foreseen(REVIEW) : Optional.empty());
            day(days, "newDay", kind != null && OF_NEW_DAY.contains(kind) ? Optional.ofNullable(letter.by()) : Optional.empty());
            day(days, "requestedOn", kind == LetterKind.ACKNOWLEDGEMENT && letter.stage() > 1 ? requestedOn() : Optional.empty());
            day(days, "goOnBy", kind == LetterKind.WITHDRAWAL_CONFIRMATION && file.status() == CaseStatus.WITHDRAWN ? last("taking-back", "withdrawnOn", file.statusSince()) : Optional.empty());
            if (kind != null && CHASING.contains(kind)) {
                days.put("late", late());
            }
            period("resubmission").ifPresent(period -> days.put("resubmitWithin", period));
            return days;
        }

        /** How long somebody has for something whose first day is not known yet, in words such as "20 working days"; none where no row says it for this case. */
        Optional<String> period(String deadline) {
            return period(deadline, facts());
        }

        private Optional<String> period(String deadline, Map<String, @Nullable Object> facts) {
            return deadlines.period(deadline, began.definition(), facts);
        }

        /** How long people have for going to the Ombudsman, whose row it is (LGA-07). */
        Optional<String> untilOmbudsman() {
            var facts = facts();
            facts.put("procedure", OMBUDSMANS);
            return period("ombudsman-complaint", facts);
        }

        /** The last day for something that counts from a day and is not owed. */
        Optional<LocalDate> last(String deadline, String from, LocalDate day) {
            var facts = facts();
            facts.put(from, day.toString());
            return period(deadline, facts).map(period -> deadlines.lastDay(deadline, began.definition(), facts));
        }

        private static void day(Map<String, Object> days, String name, Optional<LocalDate> day) {
            day.ifPresent(known -> days.put(name, Dates.inFull(known)));
        }

        /** The day of the response that is owed, or that will be owed once this letter has gone; none before it is known what procedure a complaint has. */
        private Optional<LocalDate> answerBy() {
            if (file.ombudsmans() || kind == LetterKind.AGREED_PLAN) {
                return Optional.ofNullable(letter.by());
            }
            if (kind == LetterKind.PANEL_REPORT) {
                return foreseen(PANELS);
            }
            return deadlines.open(file.reference(), "response").map(DeadlineView::dueOn).or(() -> kind == LetterKind.ACKNOWLEDGEMENT && file.procedure() != null ? response() : Optional.empty());
        }

        private Optional<LocalDate> response() {
            var facts = facts();
            facts.put("stageNumber", Math.max(1, letter.stage()));
            facts.put("acknowledgedOn", letter.sentOn().toString());
            facts.put("receivedOn", file.receivedAt().toLocalDate().toString());
            requestedOn().ifPresent(day -> facts.put("requestedOn", day.toString()));
            return foreseen("response", facts);
        }

        /** Each side has a row of its own for comments on a draft. */
        private Optional<LocalDate> replyBy() {
            if (kind == null || !REPLY.containsKey(kind)) {
                return Optional.empty();
            }
            return Optional.ofNullable(letter.by()).or(() -> foreseen(kind == LetterKind.DRAFT_DECISION && isToCouncil() ? TO_COUNCIL : REPLY.get(kind)));
        }

        private boolean isToCouncil() {
            return file.ombudsmans() && letter.to().equals(parties.council(file.reference()));
        }

        private Optional<LocalDate> foreseen(Due due) {
            var facts = facts();
            facts.put(due.from(), (letter.receivedOn() == null ? letter.sentOn() : letter.receivedOn()).toString());
            return foreseen(due.deadline(), facts);
        }

        private Optional<LocalDate> foreseen(String deadline, Map<String, @Nullable Object> facts) {
            return period(deadline, facts).isEmpty() ? Optional.empty() : deadlines.foresee(file.reference(), deadline, began.definition(), facts).map(DeadlineView::dueOn);
        }

        /** The day on which the stage was asked for that an acknowledgement is about. */
        private Optional<LocalDate> requestedOn() {
            return deadlines.of(file.reference()).stream().filter(deadline -> deadline.kind().equals("acknowledgement") && deadline.stage() == letter.stage()).map(DeadlineView::triggerOn).reduce((earlier, later) -> later);
        }

        /** What is chased, where it has a day that is over: all that was due on it; somebody else than the council is told of their own reply only (LGA-17). */
        private List<Map<String, String>> late() {
            return deadlines.of(file.reference()).stream().filter(deadline -> deadline.overdue() && !deadline.noPeriod() && deadline.dueOn().equals(letter.by()))
                    .filter(deadline -> deadline.kind().equals(REPLY.get(LetterKind.ENQUIRY).deadline()) || isToCouncil())
                    .map(deadline -> Map.of("what", words(deadline), "dueOn", Dates.inFull(deadline.dueOn()))).toList();
        }

        private Map<String, @Nullable Object> facts() {
            var facts = new HashMap<String, @Nullable Object>(began.moved());
            facts.put("procedure", file.ombudsmans() ? OMBUDSMANS : file.procedure());
            facts.put("stageNumber", letter.stage());
            facts.put("council", file.council());
            facts.put("receivedAt", ISO.format(file.receivedAt()));
            return facts;
        }
    }

    private static String words(DeadlineView deadline) {
        return switch (deadline.kind()) {
            case "enquiry-reply" -> "the reply to our enquiry of " + Dates.inFull(deadline.triggerOn());
            case COUNCILS_COMMENTS -> "comments on our draft decision of " + Dates.inFull(deadline.triggerOn());
            case "agreed-action" -> "evidence that the agreed action" + (deadline.item() == null ? "" : " " + deadline.item()) + " was carried out";
            case "report-response" -> "the response to our report";
            case "report-confirmation" -> "the confirmation of what was done after our report";
            default -> deadline.kind().replace('-', ' ');
        };
    }
}
