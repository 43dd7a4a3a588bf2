package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left in a copy is found, with its paragraph and without its words (DAT-06, LGS-21). */
class CopyCheckTests {
    private static final NameList SARAH = NameList.read("Sarah Smithson = Mrs X");

    @ParameterizedTest
    @ValueSource(strings = {"S-a-r-a-h S.m.i.t.h.s.o.n", "sarahsmithson", "smithson_sarah", "ssmithson", "S A R A H  S M I T H S O N", "the Smithsons", "SarahSmithson1985"})
    void findsANameWhereNoneCanBeReplaced(String written) {
        assertThat(CopyCheck.ofNames(SARAH.replaceIn("See " + written + "."), SARAH, "line")).anyMatch(LeftOver::certain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Smithsen", "Smithsonn", "Smihtson", "Smthson", "Sarha", "S.S.", "smithson", "sarah"})
    void asksAboutWhatIsNearlyAName(String written) {
        assertThat(CopyCheck.ofNames("It was " + written + " again.", SARAH, "line")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"call 01622 696565|a telephone number", "call +44 (0)7700 900123|a telephone number", "07700-900-123|a telephone number", "s.m@example.org|an e-mail address", "s (at) example.org|an e-mail address", "at ME14 1XQ|a postcode", "me141xq|a postcode",
            "born on 3 May 2011|a date of birth", "DoB: 03/05/2011|a date of birth", "NHS number 943 476 5919|an NHS number", "QQ123456C|a National Insurance number", "AB 12 34 56 C|a National Insurance number", "reference ABC/12345|a number of a record", "HSG-2020-113|a number of a record",
            "at 14 Acacia Avenue|an address", "14a, The Old Mill Lane|an address", "He went to Oakwood Primary School|a school", "at St Mary's Hospital|a school", "Dr Patel said|somebody by title", "and Cllr J Jones|somebody by title", "the worker, Emma Brown, left|two words with capitals", "see www.example.org/x|on the internet"})
    void asksAboutWhatTellsOfPeople(String written, String what) {
        assertThat(CopyCheck.ofPeople("First.\n\nThen " + written + ".", "21 000 259")).anySatisfy(left -> {
            assertThat(left.paragraph()).isEqualTo(2);
            assertThat(left.what()).contains(what);
            assertThat(left.certain()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr X complained about Kent County Council on 3 May 2021.", "Under section 26(1) of the Local Government Act 1974 and the Children Act 1989, Ofsted is told.", "The council pays Ms Y £1,250.50 within 4 weeks.", "The Ombudsman's decision 21 000 259 stands.",
            "Mrs Z's son, Y, went to the school.", "Stage 2 began on Monday 10 January 2022."})
    void asksNothingAboutWhatEveryDecisionSays(String sentence) {
        assertThat(CopyCheck.ofPeople(sentence, "21 000 259")).isEmpty();
    }

    @Test
    void findsHowPeopleAreReached() {
        var left = CopyCheck.ofContacts("Write to S.Smith@Example.org or call 07700/900 123.", List.of("07700 900123, s.smith@example.org"));

        assertThat(left).extracting(LeftOver::what).containsExactlyInAnyOrder("an e-mail address of the case", "a telephone number of the case");
        assertThat(left).allMatch(LeftOver::certain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"14 Acacia Avenue, Maidstone ME14 1XQ|at 14 Acacia Avenue|an address of the case", "14 Acacia Avenue, Maidstone ME14 1XQ|at 14, Acacia\u00A0Ave.|an address of the case", "14a acacia ave|14 A Acacia Avenue|an address of the case", "Flat 2, 7 High Street|7 High St|an address of the case",
            "3 The Paddocks|at 3 The Paddocks|an address of the case", "12 Heol y Bont|12 heol y bont|an address of the case", "14 Acacia Avenue|in Acacia Avenue|a street of the case", "Maidstone, me141xq|ME14 1XQ|a postcode of the case", "ME14 1XQ|me14-1xq|a postcode of the case", "write to s.smith@example.org|S.Smith (at) example.org|an e-mail address of the case"})
    void isCertainWhereSomebodyLivesOrIsReached(String contact, String written, String what) {
        assertThat(CopyCheck.ofContacts("She is " + written + " now.", List.of(contact))).filteredOn(LeftOver::certain).extracting(LeftOver::what).contains(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"by telephone after 14 days, 01622 696565|within 14 days", "5 pm to 7 pm only|from 5 pm to 7 pm", "call the house by the end of the day|by the end of the year the house was sold", "2 children|2 children at home", "14 Acacia Avenue|14 working days"})
    void takesNoTimeForAnAddress(String contact, String written) {
        assertThat(CopyCheck.ofContacts("It was " + written + ".", List.of(contact))).noneMatch(LeftOver::certain);
    }

    @Test
    void asksAboutAStreetThatManyTownsHave() {
        assertThat(CopyCheck.ofContacts("The works in High Street began.", List.of("7 High Street"))).extracting(LeftOver::what, LeftOver::certain).containsExactly(org.assertj.core.groups.Tuple.tuple("a street of the case", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mrs X née Jones", "Mrs X (formerly Jones)", "Mrs X, also known as Sal,"})
    void asksAboutFormerNames(String written) {
        assertThat(CopyCheck.ofPeople("Then " + written + " came.", "21 000 259")).extracting(LeftOver::what).contains("a former or another name");
    }

    @Test
    void looksForTheNameNowhereElse() {
        assertThat(CopyCheck.ofNames("Mrs X and the artisans asked for smoothness.", SARAH, "line")).isEmpty();
    }
}
