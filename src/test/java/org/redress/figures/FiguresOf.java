package org.redress.figures;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.redress.figures.Figures.Period;
import org.springframework.context.ApplicationContext;

/** What the figures count of one file. */
public final class FiguresOf {
    private static final Period EVER = new Period(LocalDate.of(1990, 1, 1), LocalDate.of(2200, 1, 1));

    private FiguresOf() {}

    /** Figure, kind and day of each line behind the numbers, for example "answered 1:late 2020-11-26"; the same sum stands behind the counts. */
    public static Set<String> lines(ApplicationContext application, String person, String council, String reference) {
        var figures = application.getBean(Figures.class);
        return Figure.all().stream().filter(figure -> figure.isFor(figures.ombudsman(council))).flatMap(figure -> figures.cases(figure, person, council, EVER, null, null, Integer.MAX_VALUE).stream()
                .filter(line -> line.reference().equals(reference)).map(line -> figure.id() + " " + line.kind() + " " + line.on())).collect(Collectors.toCollection(TreeSet::new));
    }
}
