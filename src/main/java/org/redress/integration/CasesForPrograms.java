package org.redress.integration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.audit.ReadLog;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.IssueView;
import org.redress.casefile.Parties;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.identity.Reader;
import org.redress.identity.Sight;
import org.redress.identity.Sight.Content;
import org.redress.integration.Problems.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case as the account of the program may read it; each call is an opening in the record of the case (DAT-01). */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty("redress.api.enabled")
class CasesForPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(CasesForPrograms.class);
    private static final String READ_BY = "api v1";

    private final Reader reader;
    private final Sight sight;
    private final CaseFiles cases;
    private final Parties parties;
    private final Deadlines deadlines;
    private final ReadLog readings;

    CasesForPrograms(Reader reader, Sight sight, CaseFiles cases, Parties parties, Deadlines deadlines, ReadLog readings) {
        this.reader = reader;
        this.sight = sight;
        this.cases = cases;
        this.parties = parties;
        this.deadlines = deadlines;
        this.readings = readings;
    }

    /** A case; what the account may not read is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Case(String reference, String status, LocalDate statusSince, @Nullable String procedure, int stage, LocalDate receivedOn, String channel, @Nullable String complaint, @Nullable String outcomeWanted,
            @Nullable List<Person> people, @Nullable List<Issue> issues, @Nullable List<Owed> deadlines, @Nullable List<Letter> letters) {}

    /** Somebody in the matter, and what they are in it. */
    record Person(String name, String part) {}

    /** A point of the complaint with its answers that stand. */
    record Issue(int number, String text, List<Answer> answers) {}

    /** What a stage found of an issue. */
    record Answer(int stage, String finding, LocalDate on) {}

    /** A deadline and where it stands. */
    record Owed(String kind, int stage, LocalDate dueOn, String state, boolean overdue) {}

    /** That a letter was sent; its text stays in the file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Letter(String kind, int stage, LocalDate sentOn, @Nullable LocalDate receivedOn) {}

    @Operation(summary = "Read a case", description = "Needs the scope cases:read. A case that the account may not read is answered like one that does not exist.")
    @ApiResponse(responseCode = "200", description = "The case")
    @ApiResponse(responseCode = "404", description = "There is no such case for this account")
    @GetMapping(Api.PATH + "/cases/{reference}")
    Case read(@PathVariable String reference) {
        var council = Api.council(reader);
        var person = reader.user().orElseThrow();
        var found = cases.find(council, reference).filter(file -> sight.sees(person, council, file.reference()))
                .orElseThrow(() -> refused(reference));
        readings.opened(found.reference(), council, READ_BY);
        return told(found, sight.contents(person, council, found.reference()));
    }

    /** A case that there is, but not for the account, is noted; the answer is that of a case that there is not. */
    private Problem refused(String reference) {
        try {
            cases.anywhere(reference).ifPresent(file -> readings.refused(file.reference(), file.council(), READ_BY));
        } catch (RuntimeException e) {
            LOG.error("It cannot be noted that a program asked for a file that is not its account's: {}", e.toString());
        }
        return new Problem(HttpStatus.NOT_FOUND, "There is no such case for this account.");
    }

    private Case told(CaseSummary file, Set<Content> contents) {
        var reference = file.reference();
        return new Case(reference, file.status().text(), file.statusSince(), file.procedure(), file.stage(), file.receivedAt().toLocalDate(), file.channel(),
                where(contents, Content.COMPLAINT, file::complainedOf), contents.contains(Content.COMPLAINT) ? file.outcomeWanted() : null,
                where(contents, Content.PEOPLE, () -> parties.of(reference).stream().map(party -> new Person(party.label(), party.part().words())).toList()),
                where(contents, Content.ISSUES, () -> cases.issues(reference).stream().map(CasesForPrograms::issue).toList()),
                where(contents, Content.DEADLINES, () -> deadlines.of(reference).stream().filter(deadline -> !deadline.noPeriod()).map(CasesForPrograms::owed).toList()),
                where(contents, Content.LETTERS, () -> cases.letters(reference).stream().filter(letter -> contents.contains(Content.CONFIDENTIAL_DRAFTS) || !letter.ofConfidentialDraft())
                        .map(letter -> new Letter(letter.kind(), letter.stage(), letter.sentOn(), letter.receivedOn())).toList()));
    }

    private static Issue issue(IssueView issue) {
        return new Issue(issue.number(), issue.text(), issue.answers().stream().filter(answer -> answer.setAsideOn() == null)
                .map(answer -> new Answer(answer.stage(), answer.finding(), answer.on())).toList());
    }

    private static Owed owed(DeadlineView deadline) {
        return new Owed(deadline.kind(), deadline.stage(), deadline.dueOn(), deadline.state().name().toLowerCase(java.util.Locale.ROOT), deadline.overdue());
    }

    private static <T> @Nullable T where(Set<Content> contents, Content content, Supplier<T> told) {
        return contents.contains(content) ? told.get() : null;
    }
}
