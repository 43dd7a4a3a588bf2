package org.redress.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.find.CaseSearch.Found;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases are found by what people know of them, by whom they are there for, and nobody learns of others. */
@ProductTest
class CaseSearchTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private CaseSearch search;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private JdbcTemplate jdbc;

    private String reference;
    private String word;

    @BeforeEach
    void thereIsACase() {
        office.on(MON_2026_06_01);
        word = "rose" + UUID.randomUUID().toString().replace("-", "");
        reference = office.receive("kent", Map.of("complainant", "Zoë O’Brien-Ng", "complaintText", "The hydrangea hedges were not trimmed: " + word + "."));
    }

    @Test
    void areFoundByReferencePersonAndWordsAsPeopleWriteThem() {
        office.as("kent-officer");
        var number = reference.substring(reference.length() - 5);
        var rows = List.of(reference, reference.toLowerCase(java.util.Locale.ROOT), "our ref: kent/2026/" + number, number, reference.replace("-", " "),
                "zoe o'brien", "OBrien", "o brien", "Brien-Ng", "hydrangea", "hydran hedg", "Zoë hydrangea", "THE HEDGES");

        assertThat(rows).allSatisfy(typed -> assertThat(references(Wanted.words(typed))).as(typed).contains(reference));
        assertThat(Stream.of("hydrangea bins", "obrien hydrangea quarantine", "KENT-2026-99999", "%", "_", "' or 1=1 --", "!").filter(typed ->
                references(Wanted.words(typed)).contains(reference))).isEmpty();
        assertThat(references(person("obri"))).contains(reference);
        assertThat(references(person("hydrangea"))).as("a word of the complaint is no name").isEmpty();
    }

    @Test
    void areFoundByWhereTheyStandAndWhoHasThem() {
        var assessed = casework.accepted("kent");
        office.complete(assessed, "Decide who answers", Answers.responder("kent-manager"));
        office.event(reference, "withdrawal", Map.of());
        office.as("kent-officer");

        assertThat(references(state("closed", word))).containsExactly(reference);
        assertThat(references(state("open", word))).isEmpty();
        assertThat(references(new Wanted(null, null, null, 1, null, null, "kent-manager", null, null, null, null, null, null, null))).contains(assessed).doesNotContain(reference);
        assertThat(references(new Wanted(word, null, null, null, null, null, null, null, null, null, null, MON_2026_06_01, MON_2026_06_01, null))).containsExactly(reference);
        assertThat(references(new Wanted(word, null, null, null, null, null, null, null, null, null, null, MON_2026_06_01.plusDays(1), null, null))).isEmpty();
        var found = search.find(Wanted.words(assessed)).cases().get(0);
        assertThat(found.now()).extracting(FoundCase.Now::what, FoundCase.Now::with).contains(org.assertj.core.groups.Tuple.tuple("Investigate complaint", "Service manager (Kent)"));
        assertThat(found.due()).isEqualTo(office.deadline(assessed, "response").dueOn());
        assertThat(found.status()).isEqualTo("Open");
    }

    @Test
    void comeInPagesAndSayHowMany() {
        var played = "xylophone" + word;
        var all = new ArrayList<String>();
        IntStream.range(0, CaseSearch.PAGE + 2).forEach(number -> all.add(office.receive("kent", Map.of("complaintText", "A " + played + " was played at night."))));
        office.as("kent-supervisor");

        var first = search.find(Wanted.words(played));
        var second = search.find(new Wanted(played, null, null, null, null, null, null, null, null, null, null, null, null, first.next()));

        assertThat(first.count()).isEqualTo(all.size());
        assertThat(first.cases()).hasSize(CaseSearch.PAGE);
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.cases().stream(), second.cases().stream()).map(FoundCase::reference)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void areNotThereForOthers() {
        for (var person : List.of("leicestershire-supervisor", "kent-manager", "kent-clerk", "process-owner", "ombudsman-intake")) {
            office.as(person);
            assertThat(Stream.of(reference, "hydrangea", "obrien").map(Wanted::words).map(search::find)).as(person).allMatch(found -> found.equals(new Found(0, false, List.of(), null)));
        }
        office.signOut();
        assertThat(search.find(Wanted.words("hydrangea")).count()).isZero();
    }

    @Test
    void areNotedAsLookedForWithoutTheWords() {
        office.as("kent-officer");
        long before = jdbc.queryForObject("select max(sequence) from audit", Long.class);

        search.find(Wanted.words("hydrangea"));

        var noted = jdbc.queryForList("select operation, who, reference, council, task from audit where sequence > ? order by sequence", before);
        assertThat(noted.get(0)).containsEntry("OPERATION", "search").containsEntry("WHO", "kent-officer").containsEntry("REFERENCE", null);
        assertThat(noted.stream().skip(1)).isNotEmpty().allMatch(line -> line.get("operation").equals("open") && line.get("task").equals("search")).anyMatch(line -> reference.equals(line.get("reference")));
        assertThat(noted.toString()).doesNotContain("hydrangea");
    }

    @Test
    void isRefusedWhatNobodyLooksFor() {
        assertThatThrownBy(() -> Wanted.words("a".repeat(201))).hasMessageContaining("too long");
        assertThatThrownBy(() -> state("lost", "")).hasMessageContaining("open, waiting or closed");
    }

    private List<String> references(Wanted wanted) {
        return search.find(wanted).cases().stream().map(FoundCase::reference).toList();
    }

    private static Wanted person(String name) {
        return new Wanted(null, name, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Wanted state(String state, String words) {
        return new Wanted(words, null, state, null, null, null, null, null, null, null, null, null, null, null);
    }
}
