package org.redress.figures;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redress.figures.Figure.Of;
import org.redress.tally.WorkedOut;
import org.springframework.stereotype.Component;

/** The lines of all figures, of each case: what a count of a period adds up and a list shows. */
@Component
class FigureRows implements WorkedOut {
    /** A case by the service that answers it, at an Ombudsman by the council that it is about. */
    private static final String FILES = """
            (select c.id, c.reference, c.channel, c.status, c.status_since, c.procedure_key, c.received_at, case when c.ombudsmans
                   then coalesce((select min(p.label) from party p where p.complaint_id = c.id and p.part = 'COUNCIL'), '') else coalesce(c.service, '') end as place
              from complaint c where c.status <> 'PLACED' and %s%s)""";
    /** Without what belongs to nobody's complaint procedure: files that were opened only for letters, duplicates, and service requests (CORP-10). */
    private static final String OWN = "(select f.* from %s f where f.channel <> 'ombudsman' and f.status <> 'DUPLICATE' and coalesce(f.procedure_key, '') not in ('service-request', 'access-request'))";
    private static final String INSERT = """
            insert into case_figure (complaint_id, figure, number, council, reference, kind, place, happened_on)
            select r.id, '%s', row_number() over (partition by r.id order by r.happened_on, r.kind), k.council, k.reference, r.kind, r.place, r.happened_on
              from (%s) r join complaint k on k.id = r.id where r.happened_on is not null""";
    private static final Pattern THOSE = Pattern.compile("\\{those ([\\w.]+)}");

    @Override
    public String table() {
        return "case_figure";
    }

    @Override
    public List<String> insertions(UnaryOperator<String> those) {
        return Figure.all().stream().map(figure -> INSERT.formatted(figure.id(), lines(figure, those))).toList();
    }

    private static String lines(Figure figure, UnaryOperator<String> those) {
        var files = FILES.formatted(those.apply("c.id"), figure.of() == Of.BOTH ? "" : figure.of() == Of.OMBUDSMAN ? " and c.ombudsmans" : " and not c.ombudsmans");
        var sql = figure.sql().replace("{own}", OWN.formatted(files)).replace("{files}", files);
        return THOSE.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(those.apply(found.group(1))));
    }
}
