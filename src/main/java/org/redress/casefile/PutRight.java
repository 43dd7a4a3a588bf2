package org.redress.casefile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** What to do about a day that stands in the way because it was recorded wrongly itself, as the end of a refusal. */
    public static final String FIRST = " If the other day is wrong, put it right first with Correction.";

    private static final Map<String, String> WORDS = Map.of("people", "the people", "restriction", "contact restrictions", "councilsComments", "comments on the draft",
            "complainantsComments", "comments on the draft", "evidence", "the evidence", "issue", "the issues", "comesAgain", "come again after proceedings");

    private static final Pattern MORE = Pattern.compile("\\s+[–-]\\s+.*", Pattern.DOTALL);

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
    private final EntryRepository chronology;

    PutRight(ComplaintRepository complaints, IssueRepository issues, LetterRepository letters, AgreedActionRepository actions, PartyRepository parties,
            RestrictionRepository restrictions, DraftCommentRepository comments, EvidenceRepository evidence, EntryRepository chronology) {
        this.complaints = complaints;
        this.issues = issues;
        this.letters = letters;
        this.actions = actions;
        this.parties = parties;
        this.restrictions = restrictions;
        this.comments = comments;
        this.evidence = evidence;
        this.chronology = chronology;
    }

    /** The complaint was received on another day; the issues of the first letter came with it. */
    public List<String> receipt(String reference, LocalDate after, boolean preview) {
        var complaint = complaints.findByReference(reference).orElseThrow();
        var before = complaint.summary().receivedAt().toLocalDate();
        if (!preview) {
            complaint.putReceiptRight(after);
            var added = chronology.findByComplaintReferenceOrderById(reference).stream().flatMap(entry -> written(entry, given -> given.form().equals("case-event")).stream()).toList();
            issues.findByComplaintReferenceOrderByNumber(reference).stream().filter(issue -> issue.has(before) && added.stream().noneMatch(text -> says(text, issue.view().text())))
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
     * on which it came again after proceedings; nothing for any other word. Of several with this day those move that were written in the
     * step of the fact.
     */
    public List<String> rows(String reference, String which, Fact fact, LocalDate after, boolean preview) {
        var before = fact.day().orElseThrow();
        int moved = switch (which) {
            case "people" -> move(having(people(reference, fact.beside()), Party::has, before), Party::putDayRight, before, after, preview);
            case "restriction" -> move(ofStep(having(restrictions.findByComplaintReferenceOrderByNumber(reference), Restriction::has, before), row -> row.view().what(), reference, fact),
                    Restriction::putDayRight, before, after, preview);
            case "councilsComments", "complainantsComments" -> move(ofStep(having(comments(reference, which), DraftComment::has, before), row -> row.view().text(), reference, fact),
                    DraftComment::putDayRight, before, after, preview);
            case "evidence" -> move(ofStep(having(evidence.findByComplaintReferenceOrderByNumber(reference), Evidence::has, before), row -> row.view().what(), reference, fact),
                    Evidence::putDayRight, before, after, preview);
            case "issue" -> move(ofStep(having(issues.findByComplaintReferenceOrderByNumber(reference), Issue::has, before), row -> row.view().text(), reference, fact),
                    (issue, wrong, right) -> issue.putReceiptRight(right), before, after, preview);
            case "comesAgain" -> move(having(complaints.findByReference(reference).stream().toList(), Complaint::cameAgainOn, before), (complaint, wrong, right) -> complaint.comeAgain(right),
                    before, after, preview);
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

    private static <T> List<T> having(List<T> rows, BiPredicate<T, LocalDate> has, LocalDate day) {
        return rows.stream().filter(row -> has.test(row, day)).toList();
    }

    private static <T> int move(List<T> rows, Move<T> move, LocalDate before, LocalDate after, boolean preview) {
        if (!preview) {
            rows.forEach(row -> move.day(row, before, after));
        }
        return rows.size();
    }

    /** Of several rows of a day those that say what was written in the step of a fact; all of them where none does. */
    private <T> List<T> ofStep(List<T> rows, Function<T, String> text, String reference, Fact fact) {
        if (rows.size() < 2) {
            return rows;
        }
        var written = written(reference, fact);
        var theirs = rows.stream().filter(row -> written.stream().anyMatch(line -> says(line, text.apply(row)))).toList();
        return theirs.isEmpty() ? rows : theirs;
    }

    /** Of several letters of a day those that were not written in another step of the same form; what is sent may be written in an earlier one. */
    private List<Letter> notOfAnother(List<Letter> ofThatDay, String reference, Fact fact) {
        if (ofThatDay.size() < 2) {
            return ofThatDay;
        }
        var own = written(reference, fact);
        var others = chronology.findByComplaintReferenceOrderById(reference).stream().flatMap(entry -> written(entry, given -> given.form().equals(fact.form())).stream())
                .filter(text -> !own.contains(text)).toList();
        return ofThatDay.stream().filter(letter -> others.stream().noneMatch(letter.view().text().strip()::equals)).toList();
    }

    /** The texts that were written in the step in which a fact was first recorded. */
    private List<String> written(String reference, Fact fact) {
        var answers = new HashMap<Long, Answer>();
        chronology.findByComplaintReferenceOrderById(reference).stream().flatMap(entry -> entry.answers().stream()).forEach(answer -> answers.put(answer.id(), answer));
        var origin = answers.get(fact.id());
        while (origin != null && origin.corrects() != null) {
            origin = answers.get(origin.corrects());
        }
        return origin == null ? List.of() : written(origin.entry(), given -> true);
    }

    private static List<String> written(Entry entry, Predicate<Happening.Given> wanted) {
        return entry.given().stream().filter(given -> given.value() == null && given.content() != null && wanted.test(given)).map(Happening.Given::content)
                .flatMap(text -> Stream.concat(Stream.of(text), text.lines()).map(String::strip)).toList();
    }

    /** The text itself, or with what a list adds after a dash. */
    private static boolean says(String written, String text) {
        return written.equals(text.strip()) || written.startsWith(text.strip()) && MORE.matcher(written.substring(text.strip().length())).matches();
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
    public List<String> sending(String reference, Collection<String> kinds, Fact fact, LocalDate after, boolean preview) {
        var before = fact.day().orElseThrow();
        if (!preview) {
            // what a letter says that will be done counts from it
            actions.findByComplaintReferenceOrderByDraftAscNumberAsc(reference).stream()
                    .filter(action -> before.equals(action.view().countsFrom()) && kinds.stream().anyMatch(action.promised() ? ANSWERS::contains : DECISIONS::contains))
                    .forEach(action -> action.putStartRight(after));
        }
        return letters(reference, kinds, fact, after, preview, LetterView::sentOn, Letter::putSendingRight, "was sent");
    }

    /** Letters of these kinds that came on a day came on another. */
    public List<String> arrival(String reference, Collection<String> kinds, Fact fact, LocalDate after, boolean preview) {
        return letters(reference, kinds, fact, after, preview, LetterView::receivedOn, Letter::putArrivalRight, "was received");
    }

    private List<String> letters(String reference, Collection<String> kinds, Fact fact, LocalDate after, boolean preview,
            Function<LetterView, @Nullable LocalDate> day, BiConsumer<Letter, LocalDate> move, String what) {
        var before = fact.day().orElseThrow();
        var ofThatDay = letters.findByComplaintReferenceOrderById(reference).stream().filter(letter -> kinds.contains(letter.view().kind()) && before.equals(day.apply(letter.view()))).toList();
        return notOfAnother(ofThatDay, reference, fact).stream().map(letter -> {
            if (!preview) {
                move.accept(letter, after);
            }
            return "The letter \"" + letter.view().kind().replace('-', ' ') + "\" " + what + " on " + Dates.text(after) + " instead of " + Dates.text(before) + ".";
        }).toList();
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
                return Stream.empty();
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
            return Stream.of("Action " + number + " " + set + Dates.text(after) + ".");
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
