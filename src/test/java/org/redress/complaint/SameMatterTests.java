package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Happening;
import org.redress.gate.AskedBack;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.OmbudsmanAnswers;
import org.redress.testing.OmbudsmanCasework;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is likely here already is shown before it is registered, on both sides; whoever confirms it registers it all the same. */
@ProductTest
class SameMatterTests {
    private static final LocalDate TUE_2026_12_01 = LocalDate.of(2026, 12, 1);
    private static final LocalDate TUE_2026_12_15 = LocalDate.of(2026, 12, 15);
    private static final LocalDate WED_2026_12_16 = LocalDate.of(2026, 12, 16);
    private static final String LIBRARY = "The library was shut without notice on three days of the week, and the books that I had reserved were given to others.";
    private static final String TREE = "A tree of the council fell on my garage, which I had reported twice in the year before.";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private OmbudsmanCasework ombudsman;

    @Autowired
    private CaseFiles cases;

    /** Nobody of another test. */
    private String person;

    private String words;
    private String own;

    @BeforeEach
    void somebodyComplains() {
        office.on(TUE_2026_12_01);
        own = UUID.randomUUID().toString().replaceAll("[\\d-]", "");
        person = "Mr " + own;
        words = ofThisTest(LIBRARY);
    }

    @Test
    void isShownForTheSamePersonAndWords() {
        var first = receive(words, Map.of());
        office.on(TUE_2026_12_15);

        var back = askedBack(words.replace("three", "four"), Map.of("complainant", person.toUpperCase(Locale.ROOT) + "."));

        assertThat(back).hasMessage("There is " + first + ", received on Tue 1 Dec 2026, from the same person, in almost the same words (open). "
                + "Register this one all the same, or record it there with Case event?");
    }

    @Test
    void isShownForTheSamePersonOnANearDay() {
        var first = receive(words, Map.of());
        office.on(TUE_2026_12_15);

        assertThat(askedBack(ofThisTest(TREE), Map.of())).hasMessageStartingWith("There is " + first + ", received on Tue 1 Dec 2026, from the same person (open).");
    }

    @Test
    void isShownForTheSameWordsOfSomebodyElseOnANearDay() {
        var first = receive(words, Map.of());

        assertThat(askedBack(words, Map.of("complainant", "Mrs " + own))).hasMessageStartingWith("There is " + first
                + ", received on Tue 1 Dec 2026, in almost the same words (open).");
    }

    @Test
    void isShownForTheSamePersonAndWordsHoweverLongAgo() {
        var first = receive(words, Map.of());
        office.on(LocalDate.of(2027, 11, 1));

        assertThat(askedBack(words, Map.of())).hasMessageStartingWith("There is " + first);
    }

    @Test
    void isNotShownForAnotherMatterOfTheSamePersonOrAnotherPersonLater() {
        receive(words, Map.of());
        office.on(WED_2026_12_16);

        assertThat(receive(ofThisTest(TREE), Map.of())).startsWith("KENT-");
        assertThat(receive(words, Map.of("complainant", "Mrs " + own))).startsWith("KENT-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "my complaint %s of last week", "(our ref: %s)"})
    void isShownForTheNumberThatItNames(String words) {
        var first = receive(this.words, Map.of());
        office.on(LocalDate.of(2027, 11, 1));
        var named = first.toLowerCase(Locale.ROOT).replace('-', '–');

        assertThat(askedBack("Nobody has answered " + words.formatted(named), Map.of("complainant", "Mrs " + own)))
                .hasMessageStartingWith("There is " + first + ", received on Tue 1 Dec 2026, which it names (open).");
    }

    @Test
    void neverShowsACaseOfAnotherCouncil() {
        office.as("leicestershire-officer");
        var theirs = office.send("complaint", complaint(words, Map.of()));

        assertThat(receive(words + " They said " + theirs + ".", Map.of())).startsWith("KENT-");
    }

    @Test
    void neverShowsTheOmbudsmansCaseToTheCouncilNorTheOtherWayRound() {
        office.as("ombudsman-intake");
        office.send("ombudsman-case", ombudsmans(words, Map.of()));

        receive(words, Map.of());

        office.as("ombudsman-intake");
        var back = catchThrowableOfType(AskedBack.class, () -> office.send("ombudsman-case", ombudsmans(words, Map.of())));
        assertThat(back.questions()).hasSize(1);
    }

    @Test
    void isRegisteredAllTheSameWhenThatIsConfirmedAndKept() {
        var first = receive(words, Map.of());
        var back = askedBack(words, Map.of());
        var before = Integer.parseInt(first.replaceFirst(".*-", ""));

        var second = office.as("kent-officer").send("complaint", complaint(words, Map.of("confirmed", back.questions().get(0).code())));

        assertThat(Integer.parseInt(second.replaceFirst(".*-", ""))).as("what is asked back takes no number").isEqualTo(before + 1);
        assertThat(cases.chronology(second)).anySatisfy(received -> {
            assertThat(received.who()).isEqualTo("kent-officer");
            assertThat(received.answers()).extracting(Happening.Given::label, Happening.Given::content)
                    .contains(tuple("Asked back and confirmed", back.getMessage()));
        });
    }

    @Test
    void confirmsNothingAboutACaseThatCameMeanwhile() {
        receive(words, Map.of());
        var code = askedBack(words, Map.of()).questions().get(0).code();
        var meanwhile = office.as("kent-officer").start("complaint", complaint(words, Map.of()));

        assertThat(askedBack(words, Map.of("confirmed", code)).questions()).singleElement()
                .satisfies(question -> assertThat(question.about()).isEqualTo(meanwhile));
    }

    @Test
    void showsTheLikeliestAndNotAllOfThem() {
        var same = receive(words, Map.of());
        for (int i = 0; i < 4; i++) {
            office.as("kent-officer").start("complaint", complaint(ofThisTest(TREE) + i, Map.of()));
        }

        assertThat(askedBack(words, Map.of()).questions()).hasSize(3).first().satisfies(question -> assertThat(question.about()).isEqualTo(same));
    }

    // ---- issues -----------------------------------------------------------------------------------------------------

    @Test
    void isAskedBackWhenAnIssueIsAddedTwice() {
        var reference = casework.accepted("kent");
        office.event(reference, "issue", Map.of("details", "The letters went to my old address."));
        office.as("kent-officer");

        var again = Answers.event(reference, "issue", TUE_2026_12_01, Map.of("details", "The letters went to my old address!"));
        var back = catchThrowableOfType(AskedBack.class, () -> office.send("case-event", again));

        assertThat(back).hasMessage("Issue 3 of " + reference + " says almost the same. Confirm it only if both are to be answered.");
        assertThat(cases.issues(reference)).hasSize(3);
        office.send("case-event", Answers.with(again, Map.of("confirmed", back.questions().get(0).code())));
        assertThat(cases.issues(reference)).hasSize(4);
    }

    @Test
    void isAskedBackWhenAnIssueStandsTwiceInTheAssessment() {
        var reference = casework.acknowledged("kent", Map.of());

        var back = catchThrowableOfType(AskedBack.class, () -> office.complete(reference, "Assess complaint",
                Answers.accept(TUE_2026_12_01, Map.of("issues", "Nobody answered\nBins not emptied\nnobody answered."))));

        assertThat(back).hasMessage("Issues 1 and 3 say almost the same. Confirm it only if both are to be answered.");
        assertThat(cases.issues(reference)).isEmpty();
    }

    // ---- the Ombudsman's side ---------------------------------------------------------------------------------------

    @Test
    void isShownToTheOmbudsmanForTheSamePersonAndCouncil() {
        office.as("ombudsman-intake");
        var first = office.send("ombudsman-case", ombudsmans(words, Map.of()));

        assertThat(catchThrowableOfType(AskedBack.class, () -> office.send("ombudsman-case", ombudsmans(words, Map.of("channel", "phone")))))
                .hasMessage("There is " + first + ", received on Tue 1 Dec 2026, from the same person, in almost the same words (open). "
                        + "Register this one all the same, or record it there with Ombudsman event?");
        assertThat(office.send("ombudsman-case", OmbudsmanAnswers.complaint(office.today(), "Rutland County Council", Map.of("complainant", person, "complaintText", words)))).isNotEqualTo(first);
    }

    @Test
    void isShownToTheOmbudsmanForTheSameNumberOfTheCouncil() {
        var own = receive(words, Map.of());
        office.as("ombudsman-intake");
        var first = office.send("ombudsman-case", ombudsmans(words, Map.of("councilReference", own)));
        office.on(LocalDate.of(2027, 11, 1));
        office.as("ombudsman-intake");

        assertThat(catchThrowableOfType(AskedBack.class, () -> office.send("ombudsman-case", OmbudsmanAnswers.complaint(office.today(), "Kent County Council",
                Map.of("complaintText", ofThisTest(TREE), "complainant", "Mrs " + own, "councilReference", own.replace("-", " "))))))
                .hasMessageStartingWith("There is " + first + ", received on Tue 1 Dec 2026, about the same case of the council (open).");
    }

    @Test
    void isAskedBackWhenALetterIsRecordedTwice() {
        var opened = letter(Map.of());
        office.at(TUE_2026_12_01.atTime(15, 0));

        assertThat(catchThrowableOfType(AskedBack.class, () -> letter(Map.of("ombudsmanReference", "XY " + person.toUpperCase(Locale.ROOT)))))
                .hasMessage(opened + " holds such a letter of that day, in almost the same words. Confirm it only if it is another letter.");
        assertThat(cases.letters(opened)).hasSize(1);
    }

    @Test
    void isShownBeforeALetterOpensACase() {
        var own = receive(words, Map.of());

        assertThat(catchThrowableOfType(AskedBack.class, () -> letter(Map.of("complainant", person))))
                .hasMessage("There is " + own + ", received on Tue 1 Dec 2026, from the same person, in almost the same words (open). "
                        + "Open another case all the same, or name that one as our case?");
    }

    private String letter(Map<String, Object> different) {
        return office.as("kent-link-officer").send("ombudsman-letter", OmbudsmanAnswers.letter("notice", TUE_2026_12_01, Answers.with(
                Map.of("ombudsmanReference", "XY/" + person, "complainant", "Mrs " + person.substring(4), "letterText", "We ask you: " + words), different)));
    }

    private Map<String, Object> complaint(String text, Map<String, Object> different) {
        return Answers.complaint(office.today(), Answers.with(Map.of("complainant", person, "complaintText", text), different));
    }

    private Map<String, Object> ombudsmans(String text, Map<String, Object> different) {
        return OmbudsmanAnswers.complaint(office.today(), "Kent County Council", Answers.with(Map.of("complainant", person, "complaintText", text), different));
    }

    /** Words that no other test uses. */
    private String ofThisTest(String text) {
        return text.replaceAll("(\\p{L}{3,})", "$1" + own);
    }

    private String receive(String text, Map<String, Object> different) {
        return office.as("kent-officer").send("complaint", complaint(text, different));
    }

    /** Later on the day, when nobody takes it for a double click. */
    private AskedBack askedBack(String text, Map<String, Object> different) {
        office.at(office.today().atTime(15, 0));
        office.as("kent-officer");
        var back = catchThrowableOfType(AskedBack.class, () -> office.send("complaint", complaint(text, different)));
        office.signOut();
        return back;
    }
}
