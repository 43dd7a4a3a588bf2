package org.redress.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.LetterView;
import org.redress.documents.Block;
import org.redress.documents.Documents;
import org.redress.documents.Format;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.redress.testing.SentLetters;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters in Easy Read: fixed parts in short sentences, what a person wrote between them, and none where nobody wrote. */
@ProductTest
class EasyReadTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final int LONGEST_SENTENCE = 15;
    private static final int MOST_SENTENCES = 2;
    /** Words of offices and of the law. */
    private static final Pattern HARD = Pattern.compile("\\b(adjudicat\\w+|accordance|appropriate|commence\\w*|complainant|considerat\\w+|determin\\w+|escalat\\w+|independent|investigat\\w+|jurisdiction|maladministration|normally|notwithstanding|outcome|procedure|pursuant|"
            + "regarding|remed\\w+|representations?|statutory|therefore|however|whether|within)\\b", Pattern.CASE_INSENSITIVE);

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private LetterDocuments letters;
    @Autowired private SentLetters sent;

    @Test
    void saysItsFixedPartsInShortSentencesOfPlainWords() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of("letters/easy-read"))) {
            files = all.filter(Files::isRegularFile).toList();
        }

        assertThat(files).hasSizeGreaterThanOrEqualTo(4);
        for (var file : files) {
            for (var line : Files.readAllLines(file)) {
                var said = line.replaceAll("\\{\\{[#^/>][^}]*}}", "").replaceAll("\\{\\{[^}]*}}", "x");
                assertThat(HARD.matcher(said).results().map(word -> word.group()).toList()).as(file + ": " + line).isEmpty();
                var sentences = Stream.of(said.split("(?<=[.?!])\\s+")).filter(sentence -> !sentence.isBlank()).toList();
                assertThat(sentences.size()).as(file + ": " + line).isLessThanOrEqualTo(MOST_SENTENCES);
                assertThat(sentences).allSatisfy(sentence -> assertThat(sentence.split("\\s+").length).as(file + ": " + sentence).isLessThanOrEqualTo(LONGEST_SENTENCE));
            }
        }
    }

    @Test
    void goesWithTheLetterInLargeTypeWithTheRightsInIt() throws IOException {
        var reference = drafted(Map.of("easyReadText", "We did not empty your bin.\n\nWe are sorry."));
        approve(reference);

        var letter = letters.documents(cases.get(reference), sent.last(reference, "response"), null).get(0);
        var text = Documents.words(letter);

        assertThat(letter.blocks()).contains(new Block.LargeFromHere());
        assertThat(text.substring(text.indexOf("Easy Read: our answer to you"))).contains("We did not empty your bin.", "You can ask us to look again.", "Please ask us by 29 June 2026.", "Tell us this number: " + reference).doesNotContain("{{");
        assertThat(pages(Documents.write(letter, Format.PDF))).isGreaterThanOrEqualTo(2);
        assertThat(Documents.write(letter, Format.DOCX)).isNotEmpty();
    }

    @Test
    void saysAfterTheLastStageHowToGoToTheOmbudsman() {
        var reference = drafted(Map.of("easyReadText", "We are sorry."));
        var words = cases.lastAnswer(reference, "draft-response", "letterText").orElseThrow();

        var text = letters.documents(cases.get(reference), new LetterView(2, "response", "Ms A", words, null, MON_2026_06_01, null), null).stream().map(Documents::words).findFirst().orElseThrow();

        assertThat(text.substring(text.indexOf("Easy Read"))).contains("The Ombudsman checks if councils are fair.", "Most people have 12 months to go to them.", "0300 061 0614");
    }

    @Test
    void isNotThereWhereNobodyWroteIt() {
        var reference = drafted(Map.of());
        approve(reference);

        assertThat(letters.documents(cases.get(reference), sent.last(reference, "response"), null).get(0).blocks()).doesNotContain(new Block.LargeFromHere());
    }

    @Test
    void goesToThoseWhoComplainInEveryCaseThatTheLetterAnswers() {
        office.on(MON_2026_06_01);
        var leading = casework.accepted("kent");
        var other = casework.accepted("kent", Map.of("complainant", "Mr Q"), Map.of());
        office.as("kent-officer").start("link-cases", Map.of("caseReference", other, "otherReference", leading, "link", "one-answer", "linkedOn", MON_2026_06_01.toString(), "reason", "One street."));
        office.signOut();
        casework.answerIssues(other, "kent-director");
        casework.answerIssues(leading, "kent-manager");
        assertThatThrownBy(() -> office.complete(leading, "Draft response", Answers.with(Answers.draft(), Map.of("easyReadText", "We are sorry, Mr Q."))))
                .hasMessageContaining("The same in Easy Read: it names number 1 of " + other + ", and goes to those who complain in " + leading + " too");
        office.complete(leading, "Draft response", Answers.with(Answers.draft(), Map.of("easyReadText", "We are sorry.")));
        approve(leading);

        for (var reference : List.of(leading, other)) {
            assertThat(Documents.words(letters.documents(cases.get(reference), sent.last(reference, "response"), null).get(0))).contains("Easy Read: our answer to you", "Tell us this number: " + reference);
        }
    }

    /** A draft that is written again without Easy Read has none, whatever stood in an earlier one. */
    @Test
    void isNotThatOfAnotherDraft() {
        var reference = drafted(Map.of("easyReadText", "We are sorry."));

        var other = new LetterView(1, "response", "Ms A", "Other words.", null, MON_2026_06_01, null);

        assertThat(letters.documents(cases.get(reference), other, null).get(0).blocks()).doesNotContain(new Block.LargeFromHere());
    }

    private String drafted(Map<String, Object> more) {
        office.on(MON_2026_06_01);
        var reference = casework.accepted("kent");
        casework.answerIssues(reference, "kent-manager");
        office.complete(reference, "Draft response", Answers.with(Answers.draft(), more));
        return reference;
    }

    private void approve(String reference) {
        office.complete(reference, "Approve response", Answers.approve());
        office.complete(reference, "Send response", Answers.send(office.today()));
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Easy Read");
            return document.getNumberOfPages();
        }
    }
}
