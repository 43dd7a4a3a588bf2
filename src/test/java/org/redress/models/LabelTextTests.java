package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The widths and heights were measured in a browser, in the picture that Cockpit and the Modeler draw. */
class LabelTextTests {

    private static final Box LABEL = new Box(100, 50, 190, 64);
    private static final double GAPS = 4;

    @ParameterizedTest
    @CsvSource({
            "Yes, 18, 12",
            "Stage begun, 62, 12",
            "Complaint refused, 89, 12",
            "Acknowledgement due soon, 90, 25",
            "Panel report delay reported, 90, 25",
            "Complainant’s wish known, 73, 25",
            "What does the complainant want?, 74, 38"
    })
    void takesThePlaceThatTheBrowserGivesIt(String name, double width, double height) {
        Box place = LabelText.place(name, LABEL);

        assertThat(place.width()).isCloseTo(width + GAPS, within(4.0));
        assertThat(place.height()).isCloseTo(height, within(1.5));
        assertThat(place.centre().x()).isEqualTo(145);
        assertThat(place.top()).isEqualTo(50);
    }
}
