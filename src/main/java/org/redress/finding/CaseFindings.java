package org.redress.finding;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redress.gate.OrderOfDays;
import org.redress.quality.CaseRecord;
import org.redress.quality.Finding;
import org.redress.quality.QualityChecks;
import org.springframework.stereotype.Component;

/** Every finding of a case file: of the checks of the record, and of the order of days (DQ-11). */
@Component
public class CaseFindings {
    private final QualityChecks checks;
    private final OrderOfDays order;

    CaseFindings(QualityChecks checks, OrderOfDays order) {
        this.checks = checks;
        this.order = order;
    }

    /**
     * The findings in what a reader sees.
     *
     * @param seen what the reader sees of the file
     * @param forms the forms whose days the reader sees
     */
    public List<Finding> of(String reference, CaseRecord seen, Predicate<String> forms) {
        return Stream.concat(checks.of(seen.chronicle()).stream(), order.of(reference, forms).stream().map(day -> new Finding("DQ-11", day.on(), day.sentence()))).toList();
    }
}
