package org.redress.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of names makes a copy in which every spelling of them is replaced, and is refused where what stands instead would tell the name (DAT-06, LGS-21). */
class NameListTests {
    private static final NameList SARAH = NameList.read("Sarah Jane O'Brien-Smith; Sally = Mrs X");

    @ParameterizedTest
    @ValueSource(strings = {"Sarah Jane O'Brien-Smith", "Mrs O’Brien-Smith", "Mrs. O'Brien Smith", "Ms Sarah OBrien-Smith", "SARAH O'BRIEN-SMITH", "O'Brien-Smith, Sarah", "O'Brien-Smith, S.", "S. O'Brien-Smith", "S J O'Brien-Smith", "S.J. O'Brien-Smith",
            "Sarah J. O'Brien\u2011Smith", "Sarah\u00A0O’Brien-Smith", "Sarah O'Bri-\nen-Smith", "Sarah\nO'Brien-Smith", "O'Brien-Smith", "O'Brien", "Smith", "Sarah", "Sally", "Sa\u00ADrah", "Sar\u200Bah", "Saràh", "Auntie Sarah", "mrs o'brien-smith",
            "\uFF33\uFF41\uFF52\uFF41\uFF48", "S\u0430rah", "Miss Sally", "Mrs Sarah-Jane O'Brien-Smith", "Dr Smith", "Sarah O`Brien-Smith", "Sarah Jane Smith", "Sally O'Brien-Smith", "Ms Sally Smith"})
    void replacesEverySpelling(String name) {
        assertThat(SARAH.replaceIn("He wrote to " + name + " on Monday.")).isEqualTo("He wrote to Mrs X on Monday.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sarah's letter|Mrs X's letter", "Mrs O'Brien-Smith’s son|Mrs X’s son", "Smith’s|Mrs X’s"})
    void keepsWhoseSomethingIs(String written, String copied) {
        assertThat(SARAH.replaceIn(written)).isEqualTo(copied);
        assertThat(NameList.read("Thomas James = Mr X").replaceIn("the James’ house, and James' car")).isEqualTo("the Mr X’s house, and Mr X's car");
    }

    @Test
    void leavesWordsThatOnlyHoldTheName() {
        assertThat(SARAH.replaceIn("The blacksmith and the smithy; Sarahan; resmithed.")).isEqualTo("The blacksmith and the smithy; Sarahan; resmithed.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Siân Llŷr ap Gwynfor = Ms T|Sian ap Gwynfor|Ms T", "Siân Llŷr ap Gwynfor = Ms T|Ms Ap Gwynfor|Ms T", "Jörg Müller = Mr X|Joerg Mueller|Mr X", "Jörg Müller = Mr X|Herr Muller|Herr Mr X", "Ian McDonald = Mr X|Mr MacDonald|Mr X", "Ian MacDonald = Mr X|Ian Mc Donald|Mr X",
            "Søren Ørsted = Mr X|Soeren Oersted|Mr X", "Anna de la Cruz = Ms X|Ms de la Cruz|Ms X", "Zoë Évrard = Ms X|ZOE EVRARD|Ms X", "Jose\u0301 Garci\u0301a = Mr X|Mr García|Mr X", "Wei Ng = Mr X|Mr Ng|Mr X", "Smith, John = Mr X|John Smith|Mr X", "Ann St John = Ms X|Ms Saint John|Ms X"})
    void knowsAccentsParticlesAndOtherWaysToWrite(String line, String written, String copied) {
        assertThat(NameList.read(line).replaceIn(written)).isEqualTo(copied);
    }

    @Test
    void replacesPlacesAsTheyWereWrittenDown() {
        var places = NameList.read("St. Mary's C of E Primary School = the school\n12 High Street = their home");

        assertThat(places.replaceIn("He left Saint Mary’s C of E primary school and 12, High\nStreet.")).isEqualTo("He left the school and their home.");
        assertThat(CopyCheck.ofNames("St Mary's is small.", places, "line")).extracting(LeftOver::what).contains("a part of a name (line 1)");
    }

    @Test
    void knowsWhoseASharedSurnameIsByTheTitleOnly() {
        var family = NameList.read("Sarah Smith = Mrs X\nJohn Smith = Mr Y\nTom Smith = Z");

        assertThat(family.replaceIn("Mrs Smith and Mr Smith asked; Tom and John Smith came.")).isEqualTo("Mrs X and Mr Y asked; Z and Mr Y came.");
        var left = CopyCheck.ofNames(family.replaceIn("The Smiths, Dr Smith and Smith alone; Mr and Mrs Smith."), family, "line");
        assertThat(left).filteredOn(LeftOver::certain).extracting(LeftOver::what).contains("a surname in the plural (line 1)", "title and surname, of more than one (line 1)", "a surname of more than one (line 1)");
        assertThat(family.replaceIn("Mr and Mrs Smith")).isEqualTo("Mr and Mrs X");
    }

    @Test
    void asksAboutNamesThatAreWordsToo() {
        var grace = NameList.read("Grace May Young = Ms X");

        var copy = grace.replaceIn("Young people have rights. Grace was told in May. Ms Young came, and Grace Young.");

        assertThat(copy).isEqualTo("Young people have rights. Grace was told in May. Ms X came, and Ms X.");
        assertThat(CopyCheck.ofNames(copy, grace, "line")).extracting(LeftOver::what, LeftOver::certain)
                .contains(org.assertj.core.groups.Tuple.tuple("a surname, or a word (line 1)", false), org.assertj.core.groups.Tuple.tuple("a first name, or a word (line 1)", false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sarah Smith|line 1: write the name, an equals sign", "= Mrs X|line 1: there is no name", "Sarah Smith =|line 1: say what stands instead", "Sarah Smith = ? X|line 1: say what stands instead", "Sarah Smith = Mrs S|line 1: the letter is an initial of the name",
            "Sarah Zoe Smith = Mrs Z|the letter is an initial", "Sarah Smith; Xenia = Mrs X|the letter is an initial", "Oakwood School = the Oakwood School|what stands instead says the name"})
    void refusesALineThatSaysTooLittleOrTooMuch(String line, String why) {
        assertThatThrownBy(() -> NameList.read(line)).isInstanceOf(NameList.NotUnderstood.class).hasMessageContaining(why).hasMessageNotContaining("Sarah Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Louise Smithers", "L. Smithers", "Mrs S. L. Smithers", "SMITHERS Sarah", "Smithers S", "Smithers, Louise", "Sarah Louise", "Sarah-Louise", "SarahLouise", "Sarah S", "S&#109;ithers", "Sarah&nbsp;Smithers", "&#83;arah", "Sa\u00AD\nrah", "Smi\u200Bthers", "Smi-\nthers", "Smithers\u034F",
            "S\u0336m\u0336i\u0336thers", "Smi\u3164thers", "Sarah\nLouise\nSmithers", "SarahLouise Smithers"})
    void replacesAPersonWithFurtherNamesHoweverWritten(String name) {
        assertThat(NameList.read("Sarah Louise Smithers = Mrs X").replaceIn("He wrote to " + name + " on Monday.")).isEqualTo("He wrote to Mrs X on Monday.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sarah Louise Smith = Mrs X|Louise told the school", "Sarah Louise Smith = Mrs X|her sister louise", "Sarah Louise Smith = Mrs X|SLS wrote", "Sarah Smith = Mrs X|SS wrote", "Sarah-Jane Smith = Mrs X|Jane told", "Sarah-Jane Smith = Mrs X|Sarah told",
            "Sarah Smith Jones = Mrs X|Smith told", "Sarah Louise Smith = Mrs X|Luoise told", "Jane O'Neil = Ms X|O'Neill told", "Sarah Smith = Mrs X|#JusticeForSarah", "Sarah Smith = Mrs X|#justiceforsarah", "Sarah Smith = Mrs X|SmithComplaint2.pdf", "Sarah Smith = Mrs X|smith_complaint.pdf",
            "Sarah Smith = Mrs X|MissSmith", "Dafydd Pugh = Mr X|i Ddafydd", "Mair Pugh = Ms X|gan Fair", "Tomos Pugh = Mr X|a Nhomos"})
    void asksAboutAFurtherNameAloneAndAboutPartsOfWords(String line, String written) {
        var names = NameList.read(line);

        assertThat(names.replaceIn(written)).isEqualTo(written);
        assertThat(CopyCheck.ofNames(written, names, "line")).isNotEmpty().noneMatch(LeftOver::certain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sarah Louise Smith = Mrs X|Ms Louise came", "Sarah Smith Jones = Mrs X|Mrs Smith came", "Sarah Louise Smith = Mrs X|slsmith77@example.org", "Sarah Louise Smith = Mrs X|@louisesmith", "Sarah Louise Smith = Mrs X|sarahlouisesmith.pdf", "Ann Perry = Ms X|the Perries"})
    void refusesWhatIsTheNameAndCannotBeReplaced(String line, String written) {
        var names = NameList.read(line);

        assertThat(CopyCheck.ofNames(names.replaceIn(written), names, "line")).anyMatch(LeftOver::certain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sarah Smith = the officer|Mrs Smith|the officer", "Sarah Smith = the social worker|Smith's|the social worker's", "Sarah Smith = the officer|S Smith|the officer", "Sarah Smith = the officer|sarah_smith|the officer", "Sarah Hill = the social worker|Mrs Hill|the social worker",
            "Wayne Clarke = a colleague|Clarke|a colleague", "Emma Clarke = someone else|E Clarke|someone else", "Emma Clarke = the council|Ms Clarke|the council", "Dr Patel = the GP|Patel|the GP"})
    void takesWhoeverIsNamedLikeAPersonForOneWhateverStandsInstead(String line, String written, String copied) {
        assertThat(NameList.read(line).replaceIn("Then " + written + " said")).isEqualTo("Then " + copied + " said");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sarah Smith née Jones = Mrs X|Mrs Jones|Mrs X", "Sarah Smith (née Jones) = Mrs X|Sarah Jones|Mrs X", "Sarah Smith (Sally) = Mrs X|Sally|Mrs X", "Sarah Smith aka Sally Brown = Mrs X|Ms Brown|Mrs X", "Jan van der Berg = Mr X|Berg|Mr X", "Jan van der Berg = Mr X|Vanderberg|Mr X",
            "Mr van der Berg = Mr X|van der Berg|Mr X", "Ann Lloyd-Hughes = Ms X|Ms Lloyd|Ms X", "Ann Lloyd-Hughes = Ms X|Hughes|Ms X", "Jane O'Neil = Ms X|O\u2019Neil|Ms X", "Jane O'Neil = Ms X|ONeil|Ms X", "Jane ONeil = Ms X|O'Neil|Ms X", "Jane O'Neil = Ms X|O Neil|Ms X", "Jane O'Neil = Ms X|O&rsquo;Neil|Ms X",
            "Jane O'Neil = Ms X|O&#39;Neil|Ms X", "SMITHERS Sarah = Mrs X|Mrs Smithers|Mrs X", "12 High Street = their home|12 High St|their home"})
    void knowsFormerNamesParticlesAndDoubleNamesUsedSingly(String line, String written, String copied) {
        assertThat(NameList.read(line).replaceIn(written)).isEqualTo(copied);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"May Young = Ms X|The judge may decide.", "May Young = Ms X|The nurse may ask.", "Mr van der Berg = Mr X|A Van came.", "Oakwood School = the school|The School said so.", "Little Acorns Nursery = the nursery|Acorns fell.", "Ann Council = Ms X|The Council decided.", "Emma Helen Carter = Ms X|The EHC plan stands.",
            "Jane Ann Marsh = Ms X|In January they moved.", "Ian St John = Mr X|John came."})
    void leavesWhatIsNobodysName(String line, String text) {
        assertThat(NameList.read(line).replaceIn(text)).isEqualTo(text);
    }

    @Test
    void givesAFurtherNameToWhomItIsTheFirst() {
        var family = NameList.read("Sarah Louise Smith = Mrs X\nLouise Smith = Y\nTom Smith = Z");

        assertThat(family.replaceIn("L Smith wrote; Louise Smith, then Louise and Tom, and Mrs Smith.")).isEqualTo("Y wrote; Y, then Y and Z, and Mrs X.");
        assertThat(CopyCheck.ofNames("Sarah Smith", NameList.read("Sarah Louise Smith = Mrs X\nTom Smith = Z"), "line")).anyMatch(LeftOver::certain);
    }

    @Test
    void keepsADoubleNameOverTwoLinesVisible() {
        var copy = NameList.read("Sarah Smith = Mrs X").replaceIn("It was Smith-\nJones who came.");

        assertThat(copy).isEqualTo("It was Mrs X-\nJones who came.");
        assertThat(CopyCheck.ofPeople(copy, "21 000 259")).extracting(LeftOver::what).contains("a part of a double name beside a letter");
    }

    @Test
    void refusesOneLetterForTwoPeople() {
        assertThatThrownBy(() -> NameList.read("Sarah Smith = Mrs X\n\nAnn Brown = Mrs X")).hasMessageContaining("line 3: the same stands for the name of line 1");
    }
}
