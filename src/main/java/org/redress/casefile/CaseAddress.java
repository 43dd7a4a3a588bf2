package org.redress.casefile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the page of a case is: one address, wherever a link leads to it. */
public final class CaseAddress {
    private CaseAddress() {}

    /** The address of a case's page within the product; a blank of an Ombudsman's number reads as well as a dash, and stays whole wherever an address is passed on. */
    public static String of(String reference) {
        return "/redress/cases/" + URLEncoder.encode(reference.replace(' ', '-'), StandardCharsets.UTF_8);
    }
}
