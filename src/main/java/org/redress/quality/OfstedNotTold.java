package org.redress.quality;

import java.util.Set;
import java.util.stream.Stream;
import org.redress.casefile.Dates;

/** An upheld decision on children's services or education that does not say that Ofsted is told (DQ-7, LGS-17). */
final class OfstedNotTold implements Check {
    private static final Set<String> OFSTEDS = Set.of("childrens-services", "education");

    @Override
    public Stream<Finding> of(Chronicle chronicle) {
        var decision = chronicle.decision();
        return decision == null || decision.category() == null || !OFSTEDS.contains(decision.category()) || !decision.upheld() || decision.tellsOfsted()
                ? Stream.of()
                : Stream.of(new Finding("DQ-7", decision.on(), "The decision of " + Dates.text(decision.on()) + " upholds a complaint about "
                        + decision.category().replace("childrens-services", "children’s services") + " and does not say that Ofsted is told (LGS-17)."));
    }
}
