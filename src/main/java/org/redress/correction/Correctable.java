package org.redress.correction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.Fact;

/**
 * What of a case file can be put right by itself, and what hangs on it beside the answer.
 *
 * @param names under which the day is known to the process and to what counts from it or is met by it
 * @param sent kinds of letters that went out on the day
 * @param received kinds of letters that came on the day
 * @param receipt whether it is the day of receipt of the complaint
 * @param start the fact on which the start of statutory stage 1 depends (CHD-31), if it is one
 * @param status whether the status of the case began on the day
 */
record Correctable(List<String> names, Set<String> sent, Set<String> received, boolean receipt, @Nullable String start, boolean status) {
    private static final Correctable DAY = new Correctable(List.of(), Set.of(), Set.of(), false, null, false);
    /** Names under which the deadlines know a notice of more time and a pause. */
    private static final String NOTICED = "extensionNoticedOn";
    private static final String EXTENDED_TO = "extendedTo";
    private static final String PAUSED = "pausedOn";
    private static final String RESUMED = "resumedOn";
    private static final String SET_BY_LETTER = "setByLetter";

    /** The case ended on the day; if that was taken back, the days count that were left then. */
    private static final Correctable ENDED = new Correctable(List.of(PAUSED), Set.of(), Set.of(), false, null, true);

    /** Letters that went out on the day of an answer, by form and field. */
    private static final Map<String, Set<String>> SENT = Map.ofEntries(
            Map.entry("acknowledge.acknowledgedOn", Set.of("acknowledgement")),
            Map.entry("send-response.responseSentOn", Set.of("response")),
            Map.entry("send-adjudication.responseSentOn", Set.of("response")),
            Map.entry("send-refusal.refusalSentOn", Set.of("refusal")),
            Map.entry("confirm-withdrawal.withdrawalConfirmedOn", Set.of("withdrawal-confirmation")),
            Map.entry("explain-delay.delayExplainedOn", Set.of("delay-explanation")),
            Map.entry("signpost-ombudsman.signpostedOn", Set.of("ombudsman-signpost")),
            Map.entry("send-panel-report.panelReportSentOn", Set.of("panel-report")),
            Map.entry("send-panel-answer.panelAnsweredOn", Set.of("panel-answer")),
            Map.entry("reply-to-enquiry.enquiryAnsweredOn", Set.of("enquiry-reply", "section-32-3-notice")),
            Map.entry("comment-on-draft.councilCommentedOn", Set.of("draft-comments")),
            Map.entry("respond-to-report.reportAnsweredOn", Set.of("report-response")),
            Map.entry("hand-in-evidence.evidenceSentOn", Set.of("evidence")),
            Map.entry("notify-council.noticeSentOn", Set.of("notice")),
            Map.entry("weigh-evidence.enquirySentOn", Set.of("enquiry")),
            Map.entry("send-draft.draftSentOn", Set.of("draft-decision")),
            Map.entry("issue-decision.decidedOn", Set.of("decision", "report")),
            Map.entry("decide-intake.intakeDecidedOn", Set.of("intake-decision")),
            Map.entry("decide-review.reviewedOn", Set.of("review-decision")),
            Map.entry("closing-statement.closedOn", Set.of("closing-statement")),
            Map.entry("judge-evidence.verdictOn", Set.of("verdict")),
            Map.entry("escalate-action.escalatedOn", Set.of("verdict")));

    /** Under which other names a day goes on. */
    private static final Map<String, List<String>> ALSO = Map.of(
            "complaint-received.receivedOn", List.of("requestedOn"),
            "ombudsman-complaint.receivedOn", List.of("requestedOn"),
            "assess-complaint.straightToStage2On", List.of("requestedOn"),
            "record-wish.saidOn", List.of("requestedOn"),
            "issue-decision.decidedOn", List.of("agreedFromOn"));

    /** The days on which a status began. */
    private static final Set<String> STATUS = Set.of("send-refusal.refusalSentOn", "record-wish.saidOn", "signpost-ombudsman.signpostedOn", "issue-decision.decidedOn",
            "closing-statement.closedOn", "decide-intake.intakeDecidedOn");

    private static final Set<String> AMOUNTS = Set.of("propose-action.amount", "carry-out-action.amountPaid");

    /** What happened before anybody complained. */
    private static final Set<String> BEFORE_RECEIPT = Set.of("knewOn", "councilToldOn", "councilAnsweredOn");

    /** What a letter to the other side says: their file follows a new letter only. */
    private static final Set<String> TO_THE_OTHER_SIDE = Set.of("reply-to-enquiry", "comment-on-draft", "respond-to-report", "hand-in-evidence",
            "notify-council", "weigh-evidence", "send-draft", "issue-decision", "decide-intake", "decide-review", "closing-statement", "judge-evidence",
            "escalate-action", "propose-action", "carry-out-action");

    /** Forms that are about a correction or the keeping of the file, not about the complaint. */
    private static final Set<String> ABOUT_THE_FILE = Set.of("correction", "say-what-is-right", "confirm-change", "retention-review",
            "legal-hold");

    /** Whether a fact can be put right by itself. */
    static boolean is(Fact fact) {
        return !ABOUT_THE_FILE.contains(fact.form()) && (amount(fact) || fact.day().isPresent() && (fact.happened() || !effects(fact).equals(DAY)));
    }

    static boolean amount(Fact fact) {
        return AMOUNTS.contains(key(fact));
    }

    /** A day that can lie before the complaint. */
    static boolean beforeReceipt(Fact fact) {
        return BEFORE_RECEIPT.contains(fact.field());
    }

    static boolean toTheOtherSide(Fact fact) {
        return TO_THE_OTHER_SIDE.contains(fact.form());
    }

    /** What hangs on a day. */
    static Correctable effects(Fact fact) {
        var key = key(fact);
        return switch (key) {
            case "case-event.happenedOn", "ombudsman-event.happenedOn" -> event(fact.beside().getOrDefault("happening", ""));
            case "case-event.newDueDate", "ombudsman-event.newDueDate" -> switch (fact.beside().getOrDefault("happening", "")) {
                case "extension", "more-time" -> named(EXTENDED_TO);
                case "later-start" -> starting("laterStart");
                default -> DAY;
            };
            case "taking-up.askedOn" -> taking(fact.beside().getOrDefault("ground", ""));
            case "ombudsman-taking-up.askedOn" -> new Correctable(List.of("takenUpOn"), Set.of(), Set.of(), false, null, true);
            case "people-change.happenedOn" -> fact.beside().getOrDefault("change", "").equals("withdrew") ? ENDED : DAY;
            case "ombudsman-letter.letterDatedOn" -> new Correctable(List.of("enquirySentOn", "draftSentOn", "decidedOn", "agreedFromOn", NOTICED),
                    Set.of(fact.beside().getOrDefault("letterKind", "")), Set.of(), false, null, false);
            case "ombudsman-letter.letterReceivedOn" -> new Correctable(List.of("reportReceivedOn"), Set.of(), Set.of(fact.beside().getOrDefault("letterKind", "")), false,
                    null, true);
            case "ombudsman-letter.newDueDate" -> fact.beside().getOrDefault("letterKind", "").equals("more-time") ? named(EXTENDED_TO) : named(SET_BY_LETTER);
            case "weigh-evidence.replyBy", "send-draft.commentsBy" -> named(SET_BY_LETTER);
            case "record-receipt.responseReceivedOn" -> new Correctable(List.of(fact.field()), Set.of(), Set.of("response"), false, null, false);
            default -> new Correctable(fact.happened() ? java.util.stream.Stream.concat(java.util.stream.Stream.of(fact.field()), ALSO.getOrDefault(key, List.of()).stream()).toList()
                    : List.of(), SENT.getOrDefault(key, Set.of()), Set.of(),
                    key.equals("complaint-received.receivedOn") || key.equals("ombudsman-complaint.receivedOn"), null, STATUS.contains(key));
        };
    }

    private static Correctable event(String happening) {
        return switch (happening) {
            case "next-stage" -> named("requestedOn");
            case "review" -> named("reviewRequestedOn");
            case "extension" -> new Correctable(List.of(NOTICED), Set.of("extension-notice"), Set.of(), false, null, false);
            case "more-time" -> named(NOTICED);
            case "proceedings-started" -> new Correctable(List.of(PAUSED), Set.of(), Set.of(), false, null, true);
            case "proceedings-ended" -> new Correctable(List.of(RESUMED, "proceedingsEndedOn"), Set.of(), Set.of(), false, null, true);
            case "advocate-asked" -> starting("advocateAsked");
            case "advocate-appointed" -> starting("advocateAppointed");
            case "withdrawal", "withdrawal-by-all", "withdrawn", "withdrawn-by-all", "discontinued" -> ENDED;
            default -> DAY;
        };
    }

    /** A case was taken up again: what ran on counts from that day, or the days until then are given back (CHD-11, CHD-14, CHD-35). */
    private static Correctable taking(String ground) {
        return switch (ground) {
            case "next-stage" -> new Correctable(List.of("requestedOn"), Set.of(), Set.of(), false, null, true);
            case "withdrawal-taken-back" -> new Correctable(List.of(RESUMED), Set.of(), Set.of(), false, null, true);
            case "after-proceedings" -> new Correctable(List.of("receivedOn", "requestedOn"), Set.of(), Set.of(), false, "comesAgainOn", true);
            default -> new Correctable(List.of(), Set.of(), Set.of(), false, null, true);
        };
    }

    private static Correctable named(String name) {
        return new Correctable(List.of(name), Set.of(), Set.of(), false, null, false);
    }

    private static Correctable starting(String which) {
        return new Correctable(List.of(), Set.of(), Set.of(), false, which, false);
    }

    private static String key(Fact fact) {
        return fact.form() + "." + fact.field();
    }
}
