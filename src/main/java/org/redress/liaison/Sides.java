package org.redress.liaison;

import java.time.LocalDate;
import java.util.List;
import org.redress.casefile.EvidenceRegister;
import org.redress.casefile.EvidenceView;
import org.redress.gate.Submission;

/** Forms that both sides use: the council writes with them, the Ombudsman records by hand what came from outside the product. */
final class Sides {
    private Sides() {}

    static boolean isOmbudsmans(Submission form) {
        return form.variable("procedure").filter("liaison"::equals).isEmpty();
    }

    static void register(EvidenceRegister evidence, String reference, String from, List<String> documents, List<String> withheld, LocalDate on) {
        documents.forEach(document -> evidence.enter(reference, document, from, EvidenceView.BOTH, on));
        withheld.forEach(document -> evidence.enter(reference, document, from, EvidenceView.WITHHELD, on));
    }
}
