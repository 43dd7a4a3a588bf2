package org.redress.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown as doubtful and not proposed, and what beside it is proposed. */
class DoubtsTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Council will review the file, pay Mr X £70 and give him the keys of the shed. | It may belong to what is named before it.
            Within a month the Council will pay Mr X £50. The Council should invite him to a meeting. | No time is given, though others have one: it may be part of one of them.
            The Council will pay Mr X £600, with £90 of interest. | The sum may be a part of the one before it, or how that is made up.
            The Council will tidy itself up within a month. | What these words ask for could not be read.
            The Council will provide a copy of the notes for its file to me. | It may be evidence for the Ombudsman.
            The Council published a leaflet on remedies. The Council will consider it. | It may be what was named before.
            The Council will pay the couple £600, £300 to each of them. | The sum may be a part of the one before it, or how that is made up.
            The Council will within one month admit that it was wrong. | What these words ask for could not be read.
            The Council will upload its training record for our inspection. | It may be evidence for the Ombudsman.
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
            The Council will apologise to Mr X, pay him £200 and complete a fresh assessment of his needs. | 3
            The Council will apologise to Mr X, pay him £200 and repair his roof. | 3
            The Council will apologise to Mr X, pay him £200 and reconsider his application. | 3
            The Council will apologise to Mr X, pay him £200 and issue the final EHC plan. | 3
            The Council will pay Ms Y £150, and write to her to explain how it will arrange the missed tuition. | 2
            The Council will apologise to Mr X within a month. It will promptly repair his gate. | 2
            The Council will apologise to Mr X within a month. It will repair his gate without further delay. | 2
            The Council will apologise to Mr X within a month. It will repair his gate as a matter of urgency. | 2
            The Council will apologise to Mr X within a month. It will repair his gate right away. | 2
            The Council will notify Mr X of the outcome of the review within four weeks. | 1
            The Council will send Mr X its decision on his blue badge application within 10 working days. | 1
            The Council will transport Miss C to school. | 1
            The Council will accept his late appeal. | 1
            The Council will facilitate a meeting. | 1
            The Council will explore alternative provision for Mr X. | 1
            The Council will hand over the keys to Mr X. | 1
            The Council will keep a log of his calls. | 1
            The Council will drop the prosecution of Mr X. | 1
            The Council will liaise with the school. | 1
            The Council will untangle the accounts of Mr X within two weeks. | 1
            The Council will send Mr X evidence of the inspection. | 1
            The Council will send a copy of the revised policy to us and to Mr X. | 1
            The Council will pay £100 to Mr X, £200 to Ms Y. | 2
            The Council will pay Mr X £150 (distress), £100 (time and trouble). | 2
            The Council will pay £300 to each of the residents of the close, £200 to Mr Y for his time. | 2
            The Council will apologise to Mr X within a month. The Council will invite Mr X to a meeting within two weeks. | 2
            The Council will apologise to Mr X. It will allow Mr X a further 28 days to appeal. | 2
            The Council will write to its officers. Within three months it will train them. | 2
            The Council will appoint an officer for Mr X. It will brief him on progress. | 2
            The Council will monitor Mr X's collections for eight weeks, and will have finished this within 12 weeks of my decision. | 1
            Within six weeks the Council will pay Mr X £200 for the loss of a chance to appeal and arrange a fresh panel. | 2
            The Council's accepted my recommendation and will pay £300 to Mr X within one month. | 1
            The Council will waive the fee, and not ask Mr X for £600. | 1
            The Council will pay Mr X £100 for his time besides £250 for distress. | 2
            The Council will ensure that the arrears of direct payments are paid within two weeks. | 1
            The Council will produce a leaflet telling landlords what proof of payment they need. | 1
            The code says councils must act promptly. It must notify the parent within six weeks of the request. | 0
            """)
    void areNoneOfWhatIsCertain(String sentence, int actions) {
        assertThat(decision(sentence).doubtful()).as(sentence).isEmpty();
        assertThat(decision(sentence).actions()).as(sentence).hasSize(actions);
    }

    @Test
    void areNoneOfAnItemOrAParagraphOfItsOwn() {
        for (var more : List.of("\n    - repair his gate; and\n    - review its policy.", "\n  2. The Council will repair his gate.\n  3. The Council will review its policy.")) {
            var decision = decision((more.contains("- ") ? "The Council will:\n    - apologise to Mr X within one month;" : "The Council will apologise to Mr X within one month.") + more);

            assertThat(decision.doubtful()).as(more).isEmpty();
            assertThat(decision.actions()).as(more).hasSize(3);
        }
    }

    @Test
    void sayOnceThatNoTimeIsGiven() {
        assertThat(decision("Within a month the Council will pay Mr X £50. The Council should invite him to a meeting.").doubtful()).singleElement().satisfies(action -> assertThat(action.notes()).contains("No time is given, though others have one: it may be part of one of them.").doesNotContain("No time is named."));
    }

    private static Decision decision(String sentence) {
        return DecisionReader.read("Ferndale Council (22 001 001)\nDecision : Upheld\nDecision date : 03 Apr 2023\nAgreed action\n  1. " + sentence + "\n");
    }
}
