package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.LetterView;
import org.redress.decision.Tables;
import org.redress.documents.Documents;
import org.redress.testing.Casework;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Every letter in every procedure and stage that the tables know: nothing that the procedure does not have is said in it. */
@ProductTest
class LettersOfEveryProcedureTests {
    private static final LocalDate WED_2026_04_15 = LocalDate.of(2026, 4, 15);
    /** Where all the letters are written, for whoever reads them. */
    private static final Path READ = Path.of("target/letters.txt");
    private static final Set<String> WITHOUT_STAGES = Set.of("adult-care", "public-health", "service-request", "access-request");
    /** What those get who asked for something. */
    private static final Set<LetterKind> OF_REQUESTS = Set.of(LetterKind.REQUEST_ANSWER, LetterKind.EXTENSION_NOTICE, LetterKind.DELAY_EXPLANATION, LetterKind.WITHDRAWAL_CONFIRMATION);
    private static final Set<LetterKind> OF_PANELS = Set.of(LetterKind.PANEL_ANSWER, LetterKind.PANEL_REPORT);

    @Autowired private Casework casework;
    @Autowired private OmbudsmanCasework ombudsman;
    @Autowired private CaseFiles cases;
    @Autowired private LetterDocuments letters;
    @Autowired private Tables tables;

    @Test
    void saysNothingThatTheProcedureDoesNotHave() throws IOException {
        var file = cases.get(casework.accepted("kent"));
        var all = new ArrayList<String>();

        stages().forEach((procedure, last) -> {
            for (var kind : Stream.of(LetterKind.values()).filter(one -> !isOmbudsmans(one) && belongs(one, procedure)).toList()) {
                for (int stage = first(kind, procedure, last); stage <= (ofStages(kind) ? last : first(kind, procedure, last)); stage++) {
                    var text = text(in(file, procedure), new LetterView(stage, kind.code(), "Ms A", "[What the officer wrote.]", "letter", WED_2026_04_15, WED_2026_04_15));
                    all.add("==== " + kind.code() + " · " + procedure + " · stage " + stage + "\n\n" + text);
                    assertThat(text).as(kind + " of " + procedure + ", stage " + stage).doesNotContain("{{", "null", "false", "stage 0");
                    if (WITHOUT_STAGES.contains(procedure)) {
                        assertThat(text.toLowerCase(Locale.ROOT)).as(kind + " of " + procedure).doesNotContain("stage");
                    }
                    if (procedure.endsWith("-request")) {
                        assertThat(text).as(kind + " of " + procedure).contains("your request").doesNotContain("take your complaint");
                    }
                    if (kind == LetterKind.RESPONSE) {
                        assertThat(text).as(procedure + ", stage " + stage).contains(stage == last ? "Our complaints procedure ends with this letter" : "If you are not satisfied");
                    }
                }
            }
        });

        assertThat(all).hasSizeGreaterThan(100);
        Files.writeString(READ, String.join("\n\n", all));
    }

    @Test
    void namesTheDaysOfTheOmbudsmansLettersByTheRows() {
        var file = cases.get(ombudsman.notified("kent", Map.of()));
        var said = new HashMap<String, String>();
        for (var kind : Stream.of(LetterKind.values()).filter(LettersOfEveryProcedureTests::isOmbudsmans).toList()) {
            said.put(kind.code(), text(file, new LetterView(0, kind.code(), "Ms A", "[What the investigator wrote.]", null, WED_2026_04_15, null)));
        }

        assertThat(said.get("enquiry")).contains("Please reply by 14 May 2026.");
        assertThat(said.get("draft-decision")).contains("Please send us your comments on this draft by 29 April 2026.");
        assertThat(said.get("decision")).contains("Please ask by 15 May 2026.");
        assertThat(said.get("report")).contains("It has to tell us by 14 July 2026.");
        assertThat(said.get("newspaper-statement")).contains("The form has to be agreed by 14 May 2026");
        assertThat(said).allSatisfy((kind, text) -> assertThat(text).as(kind).doesNotContain("{{", "null", "council has no"));
    }

    @Test
    void namesTheDayThatTheLetterSets() {
        var file = cases.get(ombudsman.notified("kent", Map.of()));
        var by = LocalDate.of(2026, 5, 5);

        assertThat(text(file, new LetterView(0, "enquiry", "Ms A", "Q", null, WED_2026_04_15, null).by(by))).contains("Please reply by 5 May 2026.").doesNotContain("14 May");
        assertThat(text(file, new LetterView(0, "draft-decision", "Ms A", "Draft", null, WED_2026_04_15, null).by(by))).contains("comments on this draft by 5 May 2026.").doesNotContain("29 April");
        assertThat(text(file, new LetterView(0, "extension-notice", "Ms A", "Ill", null, WED_2026_04_15, null).by(by))).contains("The new day is 5 May 2026.");
        assertThat(text(file, new LetterView(0, "extension-notice", "Ms A", "Ill", null, WED_2026_04_15, null))).contains("There is no new day yet.");
    }

    /** By the table next-stage: the last stage of each procedure; requests have none. */
    private Map<String, Integer> stages() {
        var stages = new TreeMap<String, Integer>();
        for (var row : tables.written("next-stage")) {
            row.texts().getOrDefault("procedure", List.of()).forEach(procedure -> stages.merge(procedure, 1, Integer::sum));
        }
        stages.put("statutory", 3);
        stages.put("service-request", 0);
        stages.put("access-request", 0);
        assertThat(new TreeSet<>(stages.keySet())).contains("code", "general", "statutory", "adult-care", "public-health", "kent-one-stage", "three-stage");
        return stages;
    }

    private static boolean isOmbudsmans(LetterKind kind) {
        return kind.compareTo(LetterKind.DECISION) >= 0;
    }

    private static boolean belongs(LetterKind kind, String procedure) {
        boolean request = procedure.endsWith("-request");
        return (request ? OF_REQUESTS.contains(kind) : kind != LetterKind.REQUEST_ANSWER) && (procedure.equals("statutory") || !OF_PANELS.contains(kind)) && (WITHOUT_STAGES.contains(procedure) && !request || kind != LetterKind.AGREED_PLAN);
    }

    private static boolean ofStages(LetterKind kind) {
        return !OF_PANELS.contains(kind);
    }

    /** A panel is the last stage; an acknowledgement is written before there is one. */
    private static int first(LetterKind kind, String procedure, int last) {
        return OF_PANELS.contains(kind) ? last : procedure.endsWith("-request") || kind == LetterKind.ACKNOWLEDGEMENT ? 0 : 1;
    }

    private static CaseSummary in(CaseSummary file, @Nullable String procedure) {
        return new CaseSummary(file.reference(), file.council(), file.status(), file.statusSince(), file.statusBecause(), file.receivedAt(), file.channel(), file.complainantRole(), file.complainedOf(),
                file.outcomeWanted(), procedure, file.stage(), file.start(), file.ombudsmans(), file.counterpart(), file.counterpartReference());
    }

    private String text(CaseSummary file, LetterView letter) {
        return letters.documents(file, letter, null).stream().map(Documents::words).findFirst().orElseThrow();
    }
}
