package org.redress.ombudsman;

import java.util.List;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.Registration.Person;

/** The two parties of an Ombudsman's case, who are the first two people in its file (LGS-12, LGS-16). */
final class Parties {
    private Parties() {}

    static String complainant(CaseFiles cases, String reference) {
        return both(cases, reference).get(0);
    }

    static String council(CaseFiles cases, String reference) {
        return both(cases, reference).get(1);
    }

    /** The complainant, and then the council. */
    static List<String> both(CaseFiles cases, String reference) {
        return cases.people(reference).stream().limit(2).map(Person::label).toList();
    }
}
