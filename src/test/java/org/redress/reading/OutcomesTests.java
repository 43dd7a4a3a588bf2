package org.redress.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.casefile.OmbudsmanOutcome;

/** How decisions end whose head does not name it, as statements that are sent to councils have none. */
class OutcomesTests {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            I have completed my investigation with a finding of fault causing injustice.                                     | UPHELD
            We have completed our investigation. We found fault causing injustice.                                           | UPHELD
            I have decided to uphold this complaint because there is evidence of fault.                                      | UPHELD
            I have completed my investigation because the Council has agreed to remedy the injustice its fault caused.       | UPHELD
            I have closed the case as the Council will put right the injustice caused by this fault.                         | UPHELD
            I have ended my investigation with findings of maladministration.                                                | UPHELD
            I have completed my investigation with a finding of no fault.                                                    | NOT_UPHELD
            We end our investigation without finding fault.                                                                  | NOT_UPHELD
            I have completed my investigation. I do not uphold Mr X's complaint.                                             | NOT_UPHELD
            I have discontinued my investigation. Mr X has used his right of appeal.                                         | CLOSED
            We will not investigate this complaint because Mr X can appeal to the tribunal.                                  | CLOSED
            There was fault causing injustice. The Council has provided a suitable remedy and I have ended my investigation. | UPHELD_REMEDIED
            There was fault which caused injustice to Mr X. The Council remedied that injustice before he came to me.        | UPHELD_REMEDIED
            I uphold the complaint because there was fault. The Council has already taken suitable action.                   | UPHELD_REMEDIED
            There was fault. It has already remedied the injustice this caused and we have not recommended anything more.    | UPHELD_REMEDIED
            There was fault by the Council. It has not provided a suitable remedy.                                           | UPHELD
            I do not uphold the first complaint. I uphold the second.                                                        | UPHELD
            I will not investigate the school. I uphold the complaint about the care.                                        | UPHELD
            There was fault. The Council failed to show that it had provided a suitable remedy.                              | UPHELD
            There was fault. The Council has remedied the fence.                                                             | UPHELD
            I have completed my investigation.                                                                               |
            The evidence does not support a finding of fault.                                                                |
            Further investigation is unlikely to lead to a finding of fault by the Council.                                  |
            There is no evidence of injustice caused by the faults.                                                          |
            There is not enough evidence to find fault.                                                                      |
            We end it with a finding of no fault on one point and fault on another.                                          |
            There was no fault in how it decided, but I have not looked into the letters.                                    |
            """)
    void isWhatTheLastSectionSays(String said, OmbudsmanOutcome outcome) {
        assertThat(ends("Summary: Mr X complains about his bins.", said)).isEqualTo(outcome);
    }

    @Test
    void isWhatTheSummarySaysWhereTheLastSectionSaysNothing() {
        assertThat(ends("Summary: Mr X complains about his bins. I uphold the complaint.", "I have completed my investigation.")).isEqualTo(OmbudsmanOutcome.UPHELD);
        assertThat(ends("Summary: Mr X complains about his bins. I uphold the complaint.", "I have completed my investigation with a finding of no fault.")).isEqualTo(OmbudsmanOutcome.NOT_UPHELD);
        assertThat(ends("Summary: Mr X says the Council was at fault. The Council did not uphold his complaint.", "I have completed my investigation.")).isNull();
    }

    @Test
    void ofAStatementThatTellsOfItsDraftIsFinal() {
        var decision = DecisionReader.read(text("Summary: Mr X complains about his bins.", "I have completed my investigation with a finding of fault.").replace("Agreed action", "Draft decision\n\n  1. I sent a draft to both sides.\n\nAgreed action"));

        assertThat(decision.isFinal()).isTrue();
        assertThat(decision.actions()).hasSize(1);
    }

    @Test
    void ofADraftThatNamesTheFinalDecisionIsNone() {
        var decision = DecisionReader.read(text("Summary: Mr X complains about his bins.", "I propose to uphold this complaint.").replace("The Ombudsman's final decision:", "The Ombudsman's final decision may differ from this draft.").replace("Final decision\n", "Draft decision\n"));

        assertThat(decision.isFinal()).isFalse();
        assertThat(decision.actions()).isEmpty();
    }

    private static OmbudsmanOutcome ends(String summary, String said) {
        var outcome = DecisionReader.read(text(summary, said)).outcome();
        return outcome == null ? null : outcome.value();
    }

    private static String text(String summary, String said) {
        boolean upheld = !said.contains("no fault") && !said.contains("provided a suitable remedy") && !said.contains("remedied th") && !said.contains("suitable action");
        return String.join("\n", "Ferndale Council (22 001 001)", "", "The Ombudsman's final decision:", "", summary, "", "The complaint", "", "  1. Mr X complains that the Council did not empty his bins.", "",
                "Agreed action", "", upheld ? "  1. The Council will apologise to Mr X." : "  1. I make no recommendations.", "", "Final decision", "", "  1. " + said, "");
    }
}
