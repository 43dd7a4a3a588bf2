package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseLinks;
import org.redress.casefile.LegalHolds;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.deadline.Deadlines;
import org.redress.testing.Answers;
import org.redress.testing.Attempts;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever people record about a case, wherever it stands: it changes something, the file says that it moves nothing, or it is refused
 * with a sentence. The kinds are read from the forms, so one that a form gets is tried as well (CHD-11, CHD-12, CHD-31, CORP-34).
 */
@ProductTest
class EveryHappeningTests {
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate THU_2026_06_11 = LocalDate.of(2026, 6, 11);
    private static final Set<String> OF_COUNCILS = Set.of("subject", "straight", "refusal");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private CaseLinks links;

    @Autowired
    private LegalHolds holds;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void changesTheCaseOrIsRefusedWithASentence() {
        var stands = new LinkedHashMap<String, Supplier<String>>();
        stands().forEach((standing, reach) -> stands.put(standing, () -> {
            office.on(WED_2026_06_10);
            var reference = reach.get();
            office.on(THU_2026_06_11);
            return reference;
        }));

        var all = Attempts.everywhere(stands, this::kinds, transaction, this::state);

        assertThat(all.nothing()).isEmpty();
        assertThat(all.effective()).as("kinds that can happen at all").isEqualTo(all.tried());
        assertThat(all.refused()).as("refusals").hasSizeGreaterThan(50).allSatisfy(sentence -> assertThat(sentence).doesNotContain("null"));
    }

    /** Wherever a case can stand, and how to get there. */
    private Map<String, Supplier<String>> stands() {
        var stands = new LinkedHashMap<String, Supplier<String>>();
        for (var point : Point.values()) {
            stands.put(point.name(), () -> point.reach(office, casework));
        }
        stands.put("PAUSED", () -> {
            var reference = casework.accepted("kent");
            office.event(reference, "proceedings-started", Answers.prejudice());
            return reference;
        });
        stands.put("WITHDRAWN", () -> {
            var reference = casework.accepted("kent");
            office.event(reference, "withdrawal", Map.of());
            return reference;
        });
        stands.put("RESOLVED", () -> {
            var reference = casework.statutory("kent");
            casework.respond(reference, "kent-manager");
            casework.wish(reference, "satisfied");
            return reference;
        });
        stands.put("REFUSED_FOR_PROCEEDINGS", () -> {
            var reference = casework.acknowledged("kent", Map.of());
            office.complete(reference, "Assess complaint", Answers.accept(WED_2026_06_10, Map.of("assessment", "refuse")));
            office.complete(reference, "Send refusal", Answers.refusal(WED_2026_06_10, Map.of("ground", "court-proceedings", "proceedings", "County court.",
                    "prejudice", "Witnesses would be questioned twice.")));
            return reference;
        });
        stands.put("PROCEEDINGS_ENDED", () -> {
            var reference = stands.get("REFUSED_FOR_PROCEEDINGS").get();
            office.event(reference, "proceedings-ended", Map.of());
            return reference;
        });
        stands.put("AN_ISSUE_LEFT_OUT", () -> {
            var reference = casework.accepted("kent");
            office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "2")));
            office.event(reference, "proceedings-ended", Map.of());
            return reference;
        });
        stands.put("STRAIGHT_TO_STAGE_TWO", () -> casework.straightToStage2("kent"));
        stands.put("OVERDUE", () -> {
            office.on(LocalDate.of(2026, 5, 1));
            var reference = casework.statutory("kent");
            office.on(WED_2026_06_10);
            return reference;
        });
        stands.put("WITH_SEVERAL_PEOPLE_AND_HELD", () -> {
            var reference = office.receive("kent", Map.of("otherPeople", "Mr U – joint complainant\nMr R – solicitor of Ms T"));
            office.complete(reference, "Ask for consent", Map.of("consent", "given", "consentSettledOn", WED_2026_06_10.toString(), "consentEvidence", "Her letter."));
            hold(reference, "place", WED_2026_06_10);
            return reference;
        });
        stands.put("AFTER_A_DEATH_WITH_A_SUCCESSOR", () -> {
            var reference = casework.accepted("kent");
            casework.die(reference, "kent");
            office.complete(reference, "Find out who carries on", Answers.nobodyCarriesOn(WED_2026_06_10));
            casework.succeed(reference, "kent");
            return reference;
        });
        stands.put("SAID_ABOUT_CARE", () -> office.receive("kent", Map.of("channel", "phone", "careService", "adult-care")));
        stands.put("WITH_THE_OMBUDSMAN", () -> ombudsman.letter("kent", "notice", Map.of()));
        return stands;
    }

    private Map<String, Runnable> kinds(String reference) {
        var kinds = new LinkedHashMap<String, Runnable>();
        Attempts.choices("case-event", "happening").stream().filter(kind -> !kind.equals("note")).forEach(kind -> kinds.put("case-event " + kind,
                () -> office.event(reference, kind, event(kind))));
        // both ways of pausing: the whole complaint, and some of its issues
        kinds.put("case-event proceedings-started, issue 2", () -> office.event(reference, "proceedings-started", Answers.with(Answers.prejudice(), Map.of("affectedIssues", "2"))));
        Attempts.choices("taking-up", "ground").forEach(ground -> kinds.put("taking-up " + ground, () -> start("taking-up",
                Answers.takingUp(reference, ground, THU_2026_06_11, ground.equals("mistake")
                        ? Map.of("askedBy", "council", "letterText", "It goes on.", "letterSentOn", THU_2026_06_11.toString()) : Map.of()))));
        Attempts.choices("course-correction", "mistake").stream().filter(OF_COUNCILS::contains).forEach(mistake -> kinds.put("course-correction " + mistake, () -> start("course-correction",
                Answers.with(Map.of("caseReference", reference, "mistake", mistake, "foundOn", THU_2026_06_11.toString(), "reason", "The letter was misread."),
                        mistake.equals("subject") ? Map.of("rightSubject", "adoption") : Map.of()))));
        Attempts.choices("people-change", "change").forEach(change -> kinds.put("people-change " + change,
                () -> office.people("kent-officer", reference, change, person(reference, change))));
        Attempts.choices("legal-hold", "hold").forEach(hold -> kinds.put("legal-hold " + hold, () -> hold(reference, hold, THU_2026_06_11)));
        return kinds;
    }

    private static Map<String, Object> event(String kind) {
        return switch (kind) {
            case "extension" -> Answers.extension(WED_2026_06_10.plusWeeks(3));
            case "later-start" -> Map.of("newDueDate", WED_2026_06_10.plusDays(5).toString());
            case "proceedings-started" -> Answers.prejudice();
            case "issue" -> Map.of("details", "The gate was left open.");
            default -> Map.of();
        };
    }

    private Map<String, Object> person(String reference, String change) {
        return switch (change) {
            case "add" -> Map.of("personName", "Mr V", "part", "joint-complainant");
            case "name", "alias" -> Map.of("personNumber", 1, "personName", "Mrs Q");
            case "part" -> Map.of("personNumber", 1, "part", "joint-complainant");
            case "consent", "consent-withdrawn", "left" -> Map.of("personNumber", parties.of(reference).stream().filter(somebody -> somebody.part().speaks())
                    .map(PartyView::number).findFirst().orElse(9));
            default -> Map.of("personNumber", 1);
        };
    }

    private void hold(String reference, String hold, LocalDate on) {
        office.as("kent-supervisor");
        try {
            office.start("legal-hold", Map.of("caseReference", reference, "hold", hold, "decidedOn", on.toString(), "reason", "An inquiry."));
        } finally {
            office.signOut();
        }
    }

    private void start(String process, Map<String, Object> answers) {
        office.as("kent-officer");
        try {
            office.start(process, answers);
        } finally {
            office.signOut();
        }
    }

    private String state(String reference) {
        var told = cases.chronology(reference).stream().filter(line -> line.who().equals(CaseFiles.PRODUCT)).count();
        return List.of(cases.get(reference), cases.issues(reference), cases.letters(reference), parties.of(reference), parties.proposed(reference),
                deadlines.of(reference), links.of(reference), holds.since(reference), office.openTasks(reference), told, String.valueOf(office.variable(reference, "subject"))).toString();
    }
}
