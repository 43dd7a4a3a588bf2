package org.redress.ombudsman;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.Parties;
import org.redress.casefile.PartyView;
import org.redress.deadline.Deadlines;
import org.redress.testing.Answers;
import org.redress.testing.Attempts;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever the Ombudsman's people record about a case, wherever it stands: it changes something or is refused with a sentence (LGA-02, LGA-03, LGS-10, LGS-22). */
@ProductTest
class EveryOmbudsmanHappeningTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate TUE_2026_06_02 = LocalDate.of(2026, 6, 2);
    private static final String KENT = "Kent County Council";
    private static final Set<String> OF_INTAKE = Set.of("tests", "intake-decision", "category");

    @Autowired
    private Office office;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Parties parties;

    @Autowired
    private EvidenceRegister evidence;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void changesTheCaseOrIsRefusedWithASentence() {
        var stands = new LinkedHashMap<String, Supplier<String>>();
        stands().forEach((standing, reach) -> stands.put(standing, () -> {
            office.on(MON_2026_06_01);
            var reference = reach.get();
            office.on(TUE_2026_06_02);
            return reference;
        }));

        var all = Attempts.everywhere(stands, this::kinds, transaction, this::state);

        assertThat(all.nothing()).isEmpty();
        assertThat(all.effective()).as("kinds that can happen at all").isEqualTo(all.tried());
        assertThat(all.refused()).as("refusals").hasSizeGreaterThan(15).allSatisfy(sentence -> assertThat(sentence).doesNotContain("null"));
    }

    /** Wherever a case can stand, and how to get there. */
    private Map<String, Supplier<String>> stands() {
        var stands = new LinkedHashMap<String, Supplier<String>>();
        stands.put("RECEIVED", () -> ombudsman.receive(KENT, Map.of()));
        stands.put("ASSESSED", () -> {
            var reference = ombudsman.receive(KENT, Map.of());
            ombudsman.assess(reference, Map.of());
            return reference;
        });
        stands.put("FORWARDED", () -> ombudsman.forwarded(KENT, Map.of()));
        stands.put("ASKED", () -> {
            var reference = ombudsman.notified(KENT, Map.of());
            office.complete(reference, "Weigh evidence", OmbudsmanAnswers.ask("council", MON_2026_06_01));
            return reference;
        });
        stands.put("FOUND", () -> {
            var reference = ombudsman.investigated(KENT, Map.of());
            office.tasks(reference, "Find on issue").forEach(task -> office.complete(task, OmbudsmanAnswers.finding("yes", "yes")));
            return reference;
        });
        stands.put("DRAFT_SENT", () -> {
            var reference = ombudsman.investigated(KENT, Map.of());
            ombudsman.draft(reference);
            office.complete(reference, "Send draft", OmbudsmanAnswers.sendDraft(MON_2026_06_01));
            return reference;
        });
        stands.put("DECIDED", () -> ombudsman.decided(KENT, Map.of()));
        stands.put("REVIEWED", () -> {
            var reference = ombudsman.decided(KENT, Map.of());
            ombudsman.event(reference, "review", Map.of("reviewGround", "new-information"));
            office.completeAs("ombudsman-reviewer", office.task(reference, "Decide on review"), OmbudsmanAnswers.review("confirmed", MON_2026_06_01));
            return reference;
        });
        stands.put("WITHDRAWN_TO_BE_STATED", () -> {
            var reference = ombudsman.notified(KENT, Map.of());
            ombudsman.event(reference, "withdrawn", Map.of());
            return reference;
        });
        stands.put("DISCONTINUED", () -> {
            var reference = ombudsman.notified(KENT, Map.of());
            ombudsman.discontinue(reference, Map.of("closingReason", "late"));
            return reference;
        });
        stands.put("REFERRED_BACK", () -> {
            var reference = ombudsman.receive(KENT, Map.of());
            ombudsman.assess(reference, Map.of("councilToldOn", "2026-05-11", "councilAnsweredOn", ""));
            ombudsman.endAtIntake(reference, "refer-back", Map.of());
            return reference;
        });
        stands.put("LETTER_TO_BE_SENT", () -> {
            var reference = ombudsman.receive(KENT, Map.of());
            ombudsman.assess(reference, Map.of());
            ombudsman.decideAtIntake(reference, "advice", Map.of());
            return reference;
        });
        stands.put("AFTER_A_DEATH_WITH_A_SUCCESSOR", () -> {
            var reference = ombudsman.notified(KENT, Map.of());
            ombudsman.die(reference);
            office.complete(reference, "Find out who carries on", Answers.nobodyCarriesOn(MON_2026_06_01));
            ombudsman.state(reference);
            ombudsman.succeed(reference);
            return reference;
        });
        stands.put("WITH_SEVERAL_PEOPLE", () -> {
            var reference = ombudsman.receive(KENT, Map.of("standing", "authorised", "personAffected", "Mrs P"));
            office.tasks(reference, "Ask for consent").forEach(task -> office.complete(task,
                    Map.of("consent", "given", "consentSettledOn", MON_2026_06_01.toString(), "consentEvidence", "Her letter.")));
            return reference;
        });
        stands.put("WITH_TWO_WHO_COMPLAIN", () -> {
            var reference = ombudsman.forwarded(KENT, Map.of());
            office.people("ombudsman-intake", reference, "add", Map.of("personName", "Mr U", "part", "joint-complainant"));
            office.completeAs("ombudsman-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
            return reference;
        });
        return stands;
    }

    private Map<String, Runnable> kinds(String reference) {
        var kinds = new LinkedHashMap<String, Runnable>();
        Attempts.choices("ombudsman-event", "happening").stream().filter(kind -> !kind.equals("note")).forEach(kind -> kinds.put("ombudsman-event " + kind,
                () -> ombudsman.event(reference, kind, event(kind))));
        Attempts.choices("ombudsman-taking-up", "ground").forEach(ground -> kinds.put("ombudsman-taking-up " + ground, () -> start("ombudsman-taking-up",
                new HashMap<>(Map.of("caseReference", reference, "ground", ground, "askedOn", TUE_2026_06_02.toString(), "details", "As said.")))));
        Attempts.choices("course-correction", "mistake").stream().filter(OF_INTAKE::contains).forEach(mistake -> kinds.put("course-correction " + mistake,
                () -> start("course-correction", new HashMap<>(OmbudsmanAnswers.course(reference, mistake, TUE_2026_06_02)))));
        Attempts.choices("people-change", "change").forEach(change -> kinds.put("people-change " + change,
                () -> office.people("ombudsman-intake", reference, change, person(reference, change))));
        return kinds;
    }

    private static Map<String, Object> event(String kind) {
        return switch (kind) {
            case "excluded" -> Map.of("excludedIssues", "2", "excludedGround", "personnel");
            case "evidence" -> Map.of("marking", "both");
            case "more-time" -> Map.of("extends", "enquiry-reply", "newDueDate", TUE_2026_06_02.plusWeeks(6).toString());
            case "review" -> Map.of("reviewGround", "new-information");
            default -> Map.of();
        };
    }

    private Map<String, Object> person(String reference, String change) {
        return switch (change) {
            case "add" -> Map.of("personName", "Mr V", "part", "representative", "speaksFor", 1);
            case "name", "alias" -> Map.of("personNumber", 1, "personName", "Mrs Q");
            case "part" -> Map.of("personNumber", 1, "part", "joint-complainant");
            case "consent", "consent-withdrawn", "left" -> Map.of("personNumber", parties.of(reference).stream().filter(somebody -> somebody.part().speaks())
                    .map(PartyView::number).findFirst().orElse(9));
            default -> Map.of("personNumber", 1);
        };
    }

    private void start(String process, Map<String, Object> answers) {
        office.as("ombudsman-intake");
        try {
            office.start(process, answers);
        } finally {
            office.signOut();
        }
    }

    private String state(String reference) {
        var told = cases.chronology(reference).stream().filter(line -> line.who().equals(CaseFiles.PRODUCT)).count();
        return List.of(cases.get(reference), cases.issues(reference), cases.letters(reference), parties.of(reference), parties.proposed(reference),
                deadlines.of(reference), evidence.of(reference), office.openTasks(reference), told).toString();
    }
}
