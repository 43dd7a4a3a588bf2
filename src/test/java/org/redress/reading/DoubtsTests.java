package org.redress.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown as doubtful and not proposed, and what beside it is proposed. */
class DoubtsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Council will review the file, pay Mr X £70 and give him the keys of the shed. | It may belong to what is named before it.
            Within a month the Council will pay Mr X £50. The Council should invite him to a meeting. | By when it is to be done is not said, though it is of others: it may say how one of them is carried out.
            The Council will pay Mr X £600, with £90 of interest. | The sum may be a part of the one before it, or how that is made up.
            The Council will tidy itself up within a month. | What these words ask for could not be read.
            The Council will provide a copy of the notes for its file to me. | It may be evidence for the Ombudsman.
            The Council published a leaflet on remedies. The Council will consider it. | It may be what was named before.
            """)
    void areSaidBesideWhatMayBeNoActionOfItsOwn(String sentence, String why) {
        assertThat(decision(sentence).doubtful()).as(sentence).isNotEmpty().allSatisfy(action -> assertThat(action.notes()).contains(why));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Council will apologise to Mr X, pay him £100 and pay him another £50. | 3
            The Council will pay Mr X £300 for his worry and £200 for his time. | 2
            The Council will have a supervisor check the round for a month. | 1
            Within a month the Council will pay Mr X £50. It has also agreed to repair the gate. | 2
            Within a month the Council will pay Mr X £50. It will visit him every week until the work is done. | 2
            The Council will at once recall the account from its agents. | 1
            The Council will provide us with a plan that shows how it will clear the backlog. | 1
            The Council will review its leaflet and remind its officers to record their reasons. | 2
            """)
    void areNoneOfWhatIsCertain(String sentence, int actions) {
        assertThat(decision(sentence).doubtful()).as(sentence).isEmpty();
        assertThat(decision(sentence).actions()).as(sentence).hasSize(actions);
    }

    private static Decision decision(String sentence) {
        return DecisionReader.read("Ferndale Council (22 001 001)\nDecision : Upheld\nDecision date : 03 Apr 2023\nAgreed action\n  1. " + sentence + "\n");
    }
}
