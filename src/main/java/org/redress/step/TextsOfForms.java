package org.redress.step;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.ActionView;
import org.redress.casefile.AgreedActions;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CommentView;
import org.redress.casefile.CommentsToConsider;
import org.redress.casefile.ContactRestrictions;
import org.redress.casefile.Dates;
import org.redress.casefile.Happening;
import org.redress.casefile.IssueView;
import org.redress.casefile.LetterView;
import org.redress.casefile.Parties;
import org.redress.casefile.RestrictionView;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.gate.FromRecord;
import org.redress.identity.Sight.Content;
import org.redress.letters.LetterDocuments;
import org.redress.letters.WrittenLetters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the forms of tasks show of the record: the thing that a task is about, and the last version of what is written again. */
@Configuration
class TextsOfForms {
    private static final String RESPONSE = "draft-response";
    private static final String DECISION = "draft-decision";
    private static final String PANEL_ANSWER = "decide-panel-answer";
    /** Of an answer whose text is written in one form and approved, or given back, in another. */
    private static final String APPROVAL = "approve-response";
    /** Why a letter was given back by whoever was to send it. */
    private static final String GIVEN_BACK = "giveBackReason";

    private final CaseFiles cases;
    private final AgreedActions actions;
    private final CommentsToConsider comments;
    private final ContactRestrictions restrictions;
    private final Deadlines deadlines;
    private final Parties parties;
    private final LetterDocuments letters;
    private final WrittenLetters written;
    private final Clock clock;

    TextsOfForms(CaseFiles cases, AgreedActions actions, CommentsToConsider comments, ContactRestrictions restrictions, Deadlines deadlines, Parties parties, @Lazy LetterDocuments letters, @Lazy WrittenLetters written, Clock clock) {
        this.cases = cases;
        this.actions = actions;
        this.comments = comments;
        this.restrictions = restrictions;
        this.deadlines = deadlines;
        this.parties = parties;
        this.letters = letters;
        this.written = written;
        this.clock = clock;
    }

    /** One text by its name. */
    private record Text(String name, Content content, Function<Asking, Optional<String>> of) implements FromRecord {
        @Override
        public Optional<String> text(Asking asking) {
            return of.apply(asking);
        }
    }

    @Bean
    FromRecord complaintOfRecord() {
        return new Text("complaint", Content.COMPLAINT, asking -> cases.find(councilOf(asking), asking.reference())
                .map(file -> file.complainedOf() + (file.outcomeWanted() == null || file.outcomeWanted().isBlank() ? "" : "\n\nWhat they want: " + file.outcomeWanted())));
    }

    @Bean
    FromRecord issueOfRecord() {
        return new Text("issue", Content.ISSUES, asking -> asking.number("issueNumber").flatMap(number -> cases.issues(asking.reference()).stream()
                .filter(issue -> issue.number() == number).findFirst().map(IssueView::text)));
    }

    @Bean
    FromRecord issuesOfRecord() {
        return new Text("issues", Content.ISSUES, asking -> lines(cases.issues(asking.reference()).stream().map(TextsOfForms::withAnswer)));
    }

    @Bean
    FromRecord actionOfRecord() {
        return new Text("action", Content.ACTIONS, asking -> asking.number("actionNumber").flatMap(number -> actions.views(asking.reference()).stream()
                .filter(action -> action.number() == number).findFirst()).map(action -> inWords(asking.reference(), action)).filter(text -> !text.isBlank()));
    }

    /** The answer to the issue that an action is to put right: what was written there as its remedy. */
    @Bean
    FromRecord remedyOfRecord() {
        return new Text("remedy", Content.ISSUES, asking -> asking.number("actionNumber").flatMap(number -> actions.views(asking.reference()).stream()
                .filter(action -> action.number() == number).findFirst()).flatMap(action -> Optional.ofNullable(action.promise()))
                .flatMap(promise -> cases.issues(asking.reference()).stream().filter(issue -> promise.issue() != null && issue.number() == promise.issue()).findFirst()
                        .map(TextsOfForms::withAnswer)));
    }

    @Bean
    FromRecord missedOfRecord() {
        return new Text("missed", Content.DEADLINES, asking -> Optional.ofNullable((String) asking.process().apply("missedDeadline")).flatMap(kind -> deadlines.of(asking.reference()).stream()
                .filter(deadline -> deadline.kind().equals(kind) && (deadline.stage() == 0 || deadline.stage() == asking.stage() || asking.stage() == 0))
                .reduce((earlier, later) -> later).map(TextsOfForms::missed)));
    }

    @Bean
    FromRecord commentOfRecord() {
        return new Text("comment", Content.COMMENTS, asking -> asking.number("commentNumber").flatMap(number -> comments.all(asking.reference()).stream()
                .filter(comment -> comment.number() == number).findFirst().map(TextsOfForms::said)));
    }

    @Bean
    FromRecord responseOfRecord() {
        return new Text("response", Content.DRAFTS, asking -> draft(asking).or(() -> proposed(asking)));
    }

    /** What was written in Easy Read with the draft that is written again; a draft without it has none. */
    @Bean
    FromRecord easyReadOfRecord() {
        return new Text("easy-read", Content.DRAFTS, asking -> draft(asking).flatMap(words -> letters.inEasyRead(cases.get(asking.reference()), response(asking, words))));
    }

    @Bean
    FromRecord decisionOfRecord() {
        return new Text("decision", Content.DRAFTS, asking -> cases.lastAnswer(asking.reference(), DECISION, "letterText")
                .or(() -> letters.proposal(cases.get(asking.reference()), new LetterView(0, "draft-decision", "", "", null, LocalDate.now(clock), null, LetterView.DRAFT_CONFIDENTIAL))));
    }

    /** What an approver decides on, and what whoever sends it sends: every letter as it goes out, with the parts that nobody writes. */
    @Bean
    FromRecord draftToApproveOfRecord() {
        return new Text("draft-to-approve", Content.DRAFTS, written::whole);
    }

    /** The decision that a council was sent, for whoever records what was agreed in it. */
    @Bean
    FromRecord decisionLetterOfRecord() {
        return new Text("decision-letter", Content.LETTERS, asking -> Stream.of("report", "decision", "intake-decision").flatMap(kind -> lastLetter(asking, kind).stream()).findFirst());
    }

    @Bean
    FromRecord commonPartOfRecord() {
        return new Text("common-part", Content.DRAFTS, asking -> cases.lastAnswer(asking.reference(), DECISION, "commonPart"));
    }

    @Bean
    FromRecord givenBackOfRecord() {
        return new Text("given-back", Content.DRAFTS, asking -> givenBack(asking.reference()));
    }

    @Bean
    FromRecord panelAnswerOfRecord() {
        return new Text("panel-answer", Content.DRAFTS, asking -> cases.lastAnswer(asking.reference(), PANEL_ANSWER, "panelAnswer"));
    }

    /** The answer to a panel as it was written last, else what is proposed with the panel's recommendations in it (CHD-56). */
    @Bean
    FromRecord panelAnswerDraftOfRecord() {
        return new Text("panel-answer-draft", Content.DRAFTS, asking -> cases.lastAnswer(asking.reference(), PANEL_ANSWER, "panelAnswer")
                .or(() -> letters.proposal(cases.get(asking.reference()), letter(asking, "panel-answer", ""))));
    }

    @Bean
    FromRecord panelReportOfRecord() {
        return new Text("panel-report", Content.LETTERS, asking -> lastLetter(asking, "panel-report"));
    }

    @Bean
    FromRecord reportsOfRecord() {
        return new Text("reports", Content.ANSWERS, asking -> lines(Stream.of(
                headed("Investigating Officer’s report", cases.lastAnswer(asking.reference(), "investigation-report", "report")),
                headed("Independent Person’s report", cases.lastAnswer(asking.reference(), "independent-report", "independentReport"))).filter(Objects::nonNull)));
    }

    @Bean
    FromRecord foundOfRecord() {
        return new Text("found", Content.ANSWERS, asking -> cases.lastAnswer(asking.reference(), "investigate-complaint", "found"));
    }

    @Bean
    FromRecord enquiryOfRecord() {
        return new Text("enquiry", Content.LETTERS, asking -> lastLetter(asking, "enquiry"));
    }

    @Bean
    FromRecord replyOfRecord() {
        return new Text("reply", Content.LETTERS, asking -> lastLetter(asking, "enquiry-reply"));
    }

    /** The Ombudsman's draft as the council received it, for those who comment on it (LGS-14, DAT-04). */
    @Bean
    FromRecord draftDecisionOfRecord() {
        return new Text("draft-decision", Content.CONFIDENTIAL_DRAFTS, asking -> lastLetter(asking, "draft-decision"));
    }

    @Bean
    FromRecord reportOfRecord() {
        return new Text("report", Content.LETTERS, asking -> lastLetter(asking, "report"));
    }

    @Bean
    FromRecord reportResponseOfRecord() {
        return new Text("report-response", Content.LETTERS, asking -> lastLetter(asking, "report-response"));
    }

    @Bean
    FromRecord restrictionOfRecord() {
        return new Text("restriction", Content.CONTACTS, asking -> restrictions.of(asking.reference()).stream().filter(RestrictionView::inForce)
                .filter(restriction -> asking.number("personNumber").isEmpty() || restriction.person() == asking.number("personNumber").get())
                .reduce((earlier, later) -> later).map(TextsOfForms::inWords));
    }

    private static String councilOf(FromRecord.Asking asking) {
        return String.valueOf(asking.process().apply("council"));
    }

    private Optional<String> lastLetter(FromRecord.Asking asking, String kind) {
        return cases.letters(asking.reference()).stream().filter(letter -> letter.kind().equals(kind)).reduce((earlier, later) -> later).map(LetterView::text);
    }

    /** The text of the answer to the complaint at its stage; one of an earlier stage was sent and is not written again. */
    private Optional<String> draft(FromRecord.Asking asking) {
        return cases.lastAnswer(asking.reference(), RESPONSE, "letterText").filter(text -> cases.letters(asking.reference()).stream()
                .noneMatch(letter -> letter.kind().equals("response") && letter.stage() < asking.stage() && letter.text().equals(text)));
    }

    /** The response with the facts, issues, findings, reasons and remedies of the record, for whoever begins to write it (CORP-31, CORP-32). */
    private Optional<String> proposed(FromRecord.Asking asking) {
        return letters.proposal(cases.get(asking.reference()), response(asking, ""));
    }

    private LetterView response(FromRecord.Asking asking, String words) {
        return letter(asking, "response", words);
    }

    private LetterView letter(FromRecord.Asking asking, String kind, String words) {
        return new LetterView(asking.stage(), kind, parties.addressees(asking.reference()).names(), words, null, LocalDate.now(clock), null);
    }

    /** Why it came back, if it was given back and has not been written again since. */
    private Optional<String> givenBack(String reference) {
        return cases.chronology(reference).stream().flatMap(happening -> happening.answers().stream())
                .filter(given -> written(given) || given.form().equals(APPROVAL) && given.field().equals("comments") || given.field().equals(GIVEN_BACK)
                        || given.form().equals("decide-on-draft") && given.field().equals("changes"))
                .reduce((earlier, later) -> later).filter(given -> !written(given)).map(Happening.Given::content);
    }

    private static boolean written(Happening.Given given) {
        return List.of(RESPONSE, DECISION).contains(given.form()) && given.field().equals("letterText") || given.form().equals(PANEL_ANSWER) && given.field().equals("panelAnswer");
    }

    private static String withAnswer(IssueView issue) {
        var left = issue.notConsidered() == null ? "" : " (not considered: " + issue.notConsidered() + ")";
        var answer = issue.answers().isEmpty() ? null : issue.answers().get(issue.answers().size() - 1);
        return issue.number() + ". " + issue.text() + left + (answer == null ? "" : "\n" + capital(answer.finding().replace('-', ' ')) + ". " + answer.reasons()
                + (answer.remedy() == null || answer.remedy().isBlank() ? "" : "\nRemedy: " + answer.remedy()));
    }

    private String inWords(String reference, ActionView action) {
        var due = deadlines.of(reference).stream().filter(deadline -> deadline.kind().equals("agreed-action") && Integer.valueOf(action.number()).equals(deadline.item())
                && !deadline.noPeriod()).reduce((earlier, later) -> later).map(deadline -> "Due on " + Dates.dayInFull(deadline.dueOn()) + ".").orElse(null);
        return lines(Stream.of(
                action.wording(),
                action.beneficiary() == null ? null : "For " + action.beneficiary() + (action.amount() == null ? "." : ": " + pounds(action.amount()) + "."),
                action.beneficiary() == null && action.amount() != null ? "Amount: " + pounds(action.amount()) + "." : null,
                action.within() == null || action.within().isBlank() ? null : "Within: " + action.within() + ".",
                due,
                action.whatWasDone() == null || action.whatWasDone().isBlank() ? null : "What was done" + (action.doneOn() == null ? ": " : " on " + Dates.dayInFull(action.doneOn()) + ": ") + action.whatWasDone(),
                action.amountPaid() == null ? null : "Paid: " + pounds(action.amountPaid()) + ".",
                action.evidence() == null || action.evidence().isBlank() ? null : "Evidence: " + action.evidence()).filter(Objects::nonNull)).orElse("");
    }

    private static String missed(DeadlineView deadline) {
        return deadline.title() + ": was due on " + Dates.dayInFull(deadline.dueOn()) + ". " + capital(deadline.outcome()) + ".\nRule: " + deadline.clause();
    }

    private static String said(CommentView comment) {
        return capital(comment.by()) + ", " + Dates.dayInFull(comment.receivedOn()) + ":\n" + comment.text();
    }

    private static String inWords(RestrictionView restriction) {
        return restriction.what() + "\nReason: " + restriction.reason() + "\nDecided on " + Dates.dayInFull(restriction.decidedOn()) + "."
                + (restriction.appeal() == null ? "" : "\nAppeal: " + restriction.appeal());
    }

    private static @Nullable String headed(String heading, Optional<String> text) {
        return text.map(words -> heading + ":\n" + words).orElse(null);
    }

    private static Optional<String> lines(Stream<@Nullable String> parts) {
        var text = parts.filter(Objects::nonNull).collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String pounds(BigDecimal amount) {
        return String.format(Locale.UK, "£%,.2f", amount);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
