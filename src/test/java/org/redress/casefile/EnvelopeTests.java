package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the lines that say how somebody is reached stands in the window of an envelope. */
class EnvelopeTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 Mill Lane, Maidstone, ME14 1XX                                           | 12 Mill Lane / Maidstone / ME14 1XX
            By post: 12 Mill Lane, Maidstone ME14 1XX, a@b.example                      | 12 Mill Lane / Maidstone ME14 1XX
            Postal address: 12 Mill Lane, Maidstone, ME14 1XX                           | 12 Mill Lane / Maidstone / ME14 1XX
            Post: Post Office Cottage, Maidstone, ME14 1XX                              | Post Office Cottage / Maidstone / ME14 1XX
            Old address: 12 Mill Lane ME14 1XX; new address: 5 Oak Road, CT16 1AA       | 5 Oak Road / CT16 1AA
            Priya Raman; 12 Mill Lane; ME14 1XX                                         | 12 Mill Lane / ME14 1XX
            Ms Priya Raman, 12 Mill Lane ME14 1XX                                       | 12 Mill Lane ME14 1XX
            RAMAN Priya (Ms), 12 Mill Lane ME14 1XX                                     | 12 Mill Lane ME14 1XX
            Raman House, 12 Mill Lane ME14 1XX                                          | Raman House / 12 Mill Lane ME14 1XX
            Mobile: 07700 900123, 12 Mill Lane, ME14 1XX                                | 12 Mill Lane / ME14 1XX
            07700 900123 (evenings), 12 Mill Lane, ME14 1XX                             | 12 Mill Lane / ME14 1XX
            Call +44 7700 900123 after five, 12 Mill Lane ME14 1XX                      | 12 Mill Lane ME14 1XX
            Tel. 01622 496012 12 Mill Lane ME14 1XX                                     | 12 Mill Lane ME14 1XX
            Home tel: 01622 496012 12 Mill Lane ME14 1XX                                | 12 Mill Lane ME14 1XX
            496 0123, Unit 12-14 123-125, Mill Lane, ME14 1XX                           | Unit 12-14 123-125 / Mill Lane / ME14 1XX
            Do not phone, write to 12 Mill Lane ME14 1XX                                | 12 Mill Lane ME14 1XX
            Do not write to 12 Mill Lane, ME14 1XX; 5 Oak Road, CT16 1AA                | 5 Oak Road / CT16 1AA
            Do not write to 12 Mill Lane ME14 1XX. Write to 5 Oak Road, CT16 1AA        | 5 Oak Road / CT16 1AA
            12 Mill Lane ME14 1XX (do not write there), 5 Oak Road, CT16 1AA            | 5 Oak Road / CT16 1AA
            12 Mill Lane ME14 1XX. I no longer live there. 5 Oak Road CT16 1AA          | 5 Oak Road CT16 1AA
            12 Mill Lane ME14 1XX. Don't use this address; write to 5 Oak Road CT16 1AA | 5 Oak Road CT16 1AA
            12 Mill Lane ME14 1XX. Do not write to 5 Oak Road CT16 1AA                  | 12 Mill Lane ME14 1XX
            Do not send e-mails. 12 Mill Lane ME14 1XX                                  | Do not send e-mails. 12 Mill Lane ME14 1XX
            """)
    void holdsTheLinesOfTheAddress(String contact, String lines) {
        assertThat(Envelope.home(reached(contact))).containsExactly(lines.split(" / "));
    }

    @Test
    void readsWhatTheNextLineSaysOfIt() {
        assertThat(Envelope.home(reached("12 Mill Lane\nME14 1XX\nDo not write there."))).isEmpty();
        assertThat(Envelope.home(reached("12 Mill Lane\nME14 1XX\nI no longer live there.\n5 Oak Road\nCT16 1AA"))).containsExactly("5 Oak Road", "CT16 1AA");
        assertThat(Envelope.home(reached("12 Mill Lane\nME14 1XX\nDo not use this address: 5 Oak Road CT16 1AA"))).containsExactly("12 Mill Lane", "ME14 1XX");
        assertThat(Envelope.home(reached("12 Mill Lane\nME14 1XX\nOld address:\n5 Oak Road\nCT16 1AA"))).containsExactly("12 Mill Lane", "ME14 1XX");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Do not write to 12 Mill Lane ME14 1XX
            Please don’t send any letters to 12 Mill Lane, Maidstone, ME14 1XX
            12 Mill Lane, ME14 1XX (do not write there)
            No longer at 12 Mill Lane ME14 1XX
            Old address: 12 Mill Lane ME14 1XX
            a@b.example, 07700 900123
            """)
    void isTheNameAloneWhereNobodyShouldWrite(String contact) {
        assertThat(Envelope.of(reached(contact))).containsExactly("Ms Priya Raman");
    }

    private static PartyView reached(String contact) {
        return new PartyView(1, "Ms Priya Raman", Part.COMPLAINANT, "public", List.of(), null, null, contact, null, null, null, null, null, null, null);
    }
}
