package org.redress.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.redress.identity.SecondFactors.Offer;
import org.springframework.mock.web.MockHttpServletRequest;

/** The pages between password and sign-in as whoever is asked for a code sees them, for tests that look at pages where nobody is asked. */
public final class SecondStepPages {
    private static final Offer OFFER = new Offer("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", List.of("abcd-efgh-ijkl", "mnop-qrst-uvwx", "yzab-cdef-ghij", "klmn-opqr-stuv"));

    private SecondStepPages() {}

    /** Each with what it asks. */
    public static Map<String, String> all() {
        return new TreeMap<>(Map.of("set up a second factor", page(OFFER), "enter the code", page(null)));
    }

    private static String page(Offer offer) {
        var person = new SecondStep.Person("kent-supervisor", "mark", Instant.EPOCH, offer);
        return SecondStepPage.of(new MockHttpServletRequest(), SecondStep.again(person, "sealed", true));
    }
}
