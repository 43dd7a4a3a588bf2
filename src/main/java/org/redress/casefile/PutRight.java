package org.redress.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves what the case file holds when a fact is put right, and tells in sentences what moves. A preview tells the same and changes
 * nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PutRight {
    private static final Map<String, String> WORDS = Map.of("people", "the people", "restriction", "contact restrictions", "councilsComments", "comments on the draft",
            "complainantsComments", "comments on the draft", "evidence", "the evidence", "issue", "the issues", "comesAgain", "come again after proceedings");

    /** Letters that bind the council: its own answers, and the Ombudsman's decisions. */
    private static final Set<String> ANSWERS = Set.of("response", "panel-answer");
    private static final Set<String> DECISIONS = Set.of("decision", "report");

    private final ComplaintRepository complaints;
    private final IssueRepository issues;
    private final LetterRepository letters;
    private final AgreedActionRepository actions;
    private final PartyRepository parties;
    private final RestrictionRepository restrictions;
    private final DraftCommentRepository comments;
    private final EvidenceRepository evidence;

    PutRight(ComplaintRepository complaints, IssueRepository issues, LetterRepository letters, AgreedActionRepository actions, PartyRepository parties,
            RestrictionRepository restrictions, DraftCommentRepository comments, EvidenceRepository evidence) {
        this.complaints = complaints;
        this.issues = issues;
        this.letters = letters;
        this.actions = actions;
        this.parties = parties;
        this.restrictions = restrictions;
        this.comments = comments;
        this.evidence = evidence;
    }

    /** The complaint was received on another day; the issues of the first letter came with it. */
    public List<String> receipt(String reference, LocalDate after, boolean preview) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        var before = complaint.summary().receivedAt().toLocalDate();
        if (!preview) {
            complaint.putReceiptRight(after);
            issues.findByComplaintReferenceOrderByNumber(reference).stream().filter(issue -> issue.view().addedOn().equals(before))
                    .forEach(issue -> issue.putReceiptRight(after));
        }
        return List.of("The complaint was received on " + Dates.text(after) + " instead of " + Dates.text(before) + ".");
    }

    /**
     * A day on which the start of statutory stage 1 can depend: {@code advocateAsked}, {@code advocateAppointed}, {@code laterStart} (CHD-31),
     * or {@code comesAgainOn}, after proceedings (CHD-14).
     */
    public List<String> start(String reference, String which, LocalDate after, boolean preview) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        if (!preview) {
            switch (which) {
                case "advocateAsked" -> complaint.askForAdvocate(after);
                case "advocateAppointed" -> complaint.appointAdvocate(after);
                case "comesAgainOn" -> complaint.comeAgain(after);
                default -> complaint.startLater(after);
            }
        }
        return List.of();
    }

    /**
     * What else of a case file has a day: the entries of its people, restrictions, comments, evidence, an issue that came on it, or the day
     * on which it came again after proceedings; nothing for any other word.
     *
     * @param beside what was answered with the day, such as the number of the person
     */
    public List<String> rows(String reference, String which, Map<String, String> beside, LocalDate before, LocalDate after, boolean preview) {
        int moved = switch (which) {
            case "people" -> move(people(reference, beside), Party::has, Party::putDayRight, before, after, preview);
            case "restriction" -> move(restrictions.findByComplaintReferenceOrderByNumber(reference), Restriction::has, Restriction::putDayRight, before, after, preview);
            case "councilsComments", "complainantsComments" -> move(comments(reference, which), DraftComment::has, DraftComment::putDayRight, before, after, preview);
            case "evidence" -> move(evidence.findByComplaintReferenceOrderByNumber(reference), Evidence::has, Evidence::putDayRight, before, after, preview);
            case "issue" -> move(issues.findByComplaintReferenceOrderByNumber(reference), Issue::has, (issue, wrong, right) -> issue.putReceiptRight(right), before, after, preview);
            case "comesAgain" -> move(complaints.findByReference(reference).stream().toList(), Complaint::cameAgainOn, (complaint, wrong, right) -> complaint.comeAgain(right), before, after,
                    preview);
            default -> 0;
        };
        return moved == 0 ? List.of() : List.of("The file has " + Dates.text(after) + " instead of " + Dates.text(before) + " under " + WORDS.get(which) + ".");
    }

    private List<DraftComment> comments(String reference, String whose) {
        return comments.findByComplaintReferenceOrderByNumber(reference).stream().filter(comment -> whose.startsWith(comment.view().by())).toList();
    }

    private List<Party> people(String reference, Map<String, String> beside) {
        var number = beside.get("personNumber");
        return parties.findByComplaintReferenceOrderById(reference).stream()
                .filter(person -> number == null || person.number() == null || number.equals(String.valueOf(person.number()))).toList();
    }

    private interface Move<T> {
        void day(T row, LocalDate before, LocalDate after);
    }

    private static <T> int move(List<T> rows, BiPredicate<T, LocalDate> has, Move<T> move, LocalDate before, LocalDate after, boolean preview) {
        var theirs = rows.stream().filter(row -> has.test(row, before)).toList();
        if (!preview) {
            theirs.forEach(row -> move.day(row, before, after));
        }
        return theirs.size();
    }

    /** The status of the case began on another day. */
    public List<String> status(String reference, LocalDate before, LocalDate after, boolean preview) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        if (!complaint.summary().statusSince().equals(before)) {
            return List.of();
        }
        if (!preview) {
            complaint.putStatusRight(before, after);
        }
        return List.of(complaint.summary().status().text() + " since " + Dates.text(after) + " instead of " + Dates.text(before) + ".");
    }

    /** Letters of these kinds that went out on a day went on another. */
    public List<String> sending(String reference, Collection<String> kinds, LocalDate before, LocalDate after, boolean preview) {
        if (!preview) {
            // what a letter says that will be done counts from it
            actions.findByComplaintReferenceOrderByDraftAscNumberAsc(reference).stream()
                    .filter(action -> before.equals(action.view().countsFrom()) && kinds.stream().anyMatch(action.promised() ? ANSWERS::contains : DECISIONS::contains))
                    .forEach(action -> action.putStartRight(after));
        }
        return letters(reference, kinds, before, after, preview, LetterView::sentOn, Letter::putSendingRight, "was sent");
    }

    /** Letters of these kinds that came on a day came on another. */
    public List<String> arrival(String reference, Collection<String> kinds, LocalDate before, LocalDate after, boolean preview) {
        return letters(reference, kinds, before, after, preview, LetterView::receivedOn, Letter::putArrivalRight, "was received");
    }

    private List<String> letters(String reference, Collection<String> kinds, LocalDate before, LocalDate after, boolean preview,
            Function<LetterView, @Nullable LocalDate> day, BiConsumer<Letter, LocalDate> move, String what) {
        var moved = new ArrayList<String>();
        for (var letter : letters.findByComplaintReferenceOrderById(reference)) {
            var view = letter.view();
            if (kinds.contains(view.kind()) && before.equals(day.apply(view))) {
                if (!preview) {
                    move.accept(letter, after);
                }
                moved.add("The letter \"" + view.kind().replace('-', ' ') + "\" " + what + " on " + Dates.text(after) + " instead of " + Dates.text(before) + ".");
            }
        }
        return moved;
    }

    /** What an agreed action says on a day: {@code actionDoneOn}, {@code verdictOn}, {@code countsFromDay}, {@code promisedBy} or {@code toldOn}; nothing for another field. */
    public List<String> action(String reference, int number, String field, LocalDate after, boolean preview) {
        return inForce(reference, number).stream().flatMap(action -> {
            var set = switch (field) {
                case "actionDoneOn" -> "was carried out on ";
                case "verdictOn" -> "was judged on ";
                case "countsFromDay" -> "counts from ";
                case "promisedBy" -> "is promised by ";
                case "toldOn" -> "was told of on ";
                default -> null;
            };
            if (set == null) {
                return java.util.stream.Stream.empty();
            }
            if (!preview) {
                switch (field) {
                    case "actionDoneOn" -> action.putDoneRight(after);
                    case "verdictOn" -> action.putVerdictRight(after);
                    case "promisedBy" -> action.putPromiseRight(after);
                    case "toldOn" -> action.putTellingRight(after);
                    default -> action.putStartRight(after);
                }
            }
            return java.util.stream.Stream.of("Action " + number + " " + set + Dates.text(after) + ".");
        }).toList();
    }

    /** What an agreed action is to pay ({@code amount}) or has paid ({@code amountPaid}), in pounds. */
    public List<String> amount(String reference, int number, String field, BigDecimal after, boolean preview) {
        return inForce(reference, number).stream().map(action -> {
            boolean agreed = field.equals("amount");
            var before = agreed ? action.view().amount() : action.view().amountPaid();
            if (!preview) {
                if (agreed) {
                    action.putAmountRight(after);
                } else {
                    action.putPaymentRight(after);
                }
            }
            return "Action " + number + ": £" + after.toPlainString() + (agreed ? " to be paid" : " paid") + " instead of "
                    + (before == null ? "nothing" : "£" + before.toPlainString()) + ".";
        }).toList();
    }

    private List<AgreedAction> inForce(String reference, int number) {
        return actions.findByComplaintReferenceOrderByDraftAscNumberAsc(reference).stream()
                .filter(action -> action.inForce() && action.number() == number).toList();
    }
}
