package org.redress.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the lines that say how somebody is reached stands in the window of an envelope. */
class EnvelopeTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 Mill Lane, Maidstone, ME14 1XX                                           | 12 Mill Lane / Maidstone / ME14 1XX
            12 Mill Lane, Maidstone, ME14 1XX, England                                  | 12 Mill Lane / Maidstone / ME14 1XX
            By post: 12 Mill Lane, Maidstone ME14 1XX, a@b.example                      | 12 Mill Lane / Maidstone ME14 1XX
            Postal address: 12 Mill Lane, Maidstone, ME14 1XX                           | 12 Mill Lane / Maidstone / ME14 1XX
            New address: 12 Mill Lane, Maidstone, ME14 1XX                              | 12 Mill Lane / Maidstone / ME14 1XX
            My address is 12 Mill Lane, Maidstone, ME14 1XX                             | 12 Mill Lane / Maidstone / ME14 1XX
            Please write to 12 Mill Lane, Maidstone, ME14 1XX                           | 12 Mill Lane / Maidstone / ME14 1XX
            Please send letters to 12 Mill Lane, Maidstone, ME14 1XX                    | 12 Mill Lane / Maidstone / ME14 1XX
            Post: Post Office Cottage, Maidstone, ME14 1XX                              | Post Office Cottage / Maidstone / ME14 1XX
            The Old School House, St. John’s Rd. Send, GU23 1XX                         | The Old School House / St. John’s Rd. Send / GU23 1XX
            Flat 2 (first floor), 12 Mill Lane ME14 1XX                                 | Flat 2 / first floor / 12 Mill Lane ME14 1XX
            c/o Women’s Aid, 12 Mill Lane ME14 1XX                                      | c/o Women’s Aid / 12 Mill Lane ME14 1XX
            a@b.example 12 Mill Lane ME14 1XX                                           | 12 Mill Lane ME14 1XX
            E-mail: a@b.example; By post: 12 Mill Lane ME14 1XX                         | 12 Mill Lane ME14 1XX
            Assisted Living, Our Lady’s Close, ME14 1XX                                 | Assisted Living / Our Lady’s Close / ME14 1XX
            Priya Raman; 12 Mill Lane; ME14 1XX                                         | 12 Mill Lane / ME14 1XX
            Ms Priya Raman, 12 Mill Lane ME14 1XX                                       | 12 Mill Lane ME14 1XX
            RAMAN Priya (Ms), 12 Mill Lane ME14 1XX                                     | 12 Mill Lane ME14 1XX
            Raman House, 12 Mill Lane ME14 1XX                                          | Raman House / 12 Mill Lane ME14 1XX
            Mobile: 07700 900123, 12 Mill Lane, ME14 1XX                                | 12 Mill Lane / ME14 1XX
            07700 900123 (evenings), 12 Mill Lane, ME14 1XX                             | 12 Mill Lane / ME14 1XX
            12 Mill Lane (07700 900123), Maidstone, ME14 1XX                            | 12 Mill Lane / Maidstone / ME14 1XX
            12 Mill Lane tel 01622 496012, Maidstone, ME14 1XX                          | 12 Mill Lane / Maidstone / ME14 1XX
            Call +44 7700 900123 after five, 12 Mill Lane ME14 1XX                      | 12 Mill Lane ME14 1XX
            Tel. 01622 496012 12 Mill Lane ME14 1XX                                     | 12 Mill Lane ME14 1XX
            Home tel: 01622 496012 12 Mill Lane ME14 1XX                                | 12 Mill Lane ME14 1XX
            496 0123, Unit 12-14 123-125, Mill Lane, ME14 1XX                           | Unit 12-14 123-125 / Mill Lane / ME14 1XX
            Do not phone, write to 12 Mill Lane ME14 1XX                                | 12 Mill Lane ME14 1XX
            12 Mill Lane ME14 1XX. Do not ring before 9.30 am                           | 12 Mill Lane ME14 1XX
            12 Mill Lane ME14 1XX (please do not leave voicemails)                      | 12 Mill Lane ME14 1XX
            Do not send e-mails. 12 Mill Lane ME14 1XX                                  | 12 Mill Lane ME14 1XX
            12 Mill Lane ME14 1XX, 12 Mill Lane me141xx                                 | 12 Mill Lane ME14 1XX
            """)
    void holdsTheLinesOfTheAddress(String contact, String lines) {
        assertThat(Envelope.home(reached(contact))).containsExactly(lines.split(" / "));
        assertThat(Envelope.isForAPerson(reached(contact))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do not write to 12 Mill Lane ME14 1XX", "Please don’t send any letters to 12 Mill Lane, Maidstone, ME14 1XX", "12 Mill Lane, ME14 1XX (do not write there)", "12 Mill Lane\nMaidstone\nME14 1XX.\nDo not write there.",
            "12 Mill Lane, Maidstone, ME14 1XX, a@b.example\nPlease do not write there.", "12 Mill Lane\nME14 1XX\n07700 900123\nDo not write there, he opens my post.", "12 Mill Lane ME14 1XX (no post please)", "12 Mill Lane ME14 1XX - no letters",
            "12 Mill Lane ME14 1XX. Do not contact me at this address", "No longer at 12 Mill Lane ME14 1XX", "Old address: 12 Mill Lane ME14 1XX", "12 Mill Lane ME14 1XX (old address)", "12 Mill Lane ME14 1XX. I moved from Dover in May.",
            "Old address: 12 Mill Lane ME14 1XX; new address: 5 Oak Road, CT16 1AA", "12 Mill Lane, ME14 1XX - my old address. 5 Oak Road, CT16 1AA", "Do not write to 12 Mill Lane, ME14 1XX; 5 Oak Road, CT16 1AA", "12 Mill Lane ME14 1XX, 5 Oak Road CT16 1AA",
            "My husband lives at 12 Mill Lane ME14 1XX", "12 Mill Lane ME14 1XX, ex-partner lives here, do not send anything", "Never write to john@family.example, 12 Mill Lane ME14 1XX", "+447700900123 5 Mill Lane ME14 1XX", "Tel 0800 500212 5 Mill Lane ME14 1XX",
            "ME14 1XX"})
    void isForAPersonWhereMoreOrLessIsSaid(String contact) {
        assertThat(Envelope.of(reached(contact))).containsExactly("Ms Priya Raman");
        assertThat(Envelope.isForAPerson(reached(contact))).isTrue();
    }

    @Test
    void isTheNameAloneWhereThereIsNoPostcode() {
        assertThat(Envelope.of(reached("a@b.example, 07700 900123, do not write"))).containsExactly("Ms Priya Raman");
        assertThat(Envelope.isForAPerson(reached("a@b.example, 07700 900123"))).isFalse();
    }

    private static PartyView reached(String contact) {
        return new PartyView(1, "Ms Priya Raman", Part.COMPLAINANT, "public", List.of(), null, null, contact, null, null, null, null, null, null, null);
    }
}
