package org.redress.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.redress.board.OpenDeadlines.Line;
import org.redress.board.OpenDeadlines.Which;
import org.redress.casefile.CaseStatus;
import org.redress.casefile.ActionState;
import org.redress.casefile.Dates;
import org.redress.casefile.Lessons;
import org.redress.documents.Document;
import org.redress.identity.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a supervisor goes through each month, as a document: open cases, what is overdue and what is due, which deadlines of the month were met and missed, the actions that are still to be done, and what was learnt.
 * It reads what the board reads, of the one council and without what is restricted to others, and has references and no names (CORP-30, CORP-41, CORP-43, DAT-01).
 */
@Component
@Transactional(readOnly = true)
public class MonthlyList {
    /** How many lines each of its lists has. */
    static final int MOST = 500;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final String OPEN = "select coalesce(c.service, '') as service, c.status, count(*) as times from complaint c where c.council = :council and c.status in (:open) and ";
    private static final String ACTIONS = """
            select c.reference, x.number, x.kind, x.state, x.promised_at_stage as stage,
                   (select min(d.due_on) from case_due d where d.complaint_id = c.id and d.kind = 'agreed-action' and d.item = x.number) as due_on
              from agreed_action x join complaint c on c.id = x.complaint_id where c.council = :council and x.state in (:states) and\s""";

    private final OpenDeadlines deadlines;
    private final Lessons lessons;
    private final Organisations organisations;
    private final JdbcClient database;
    private final Watch watch;

    MonthlyList(OpenDeadlines deadlines, Lessons lessons, Organisations organisations, JdbcClient database, Watch watch) {
        this.deadlines = deadlines;
        this.lessons = lessons;
        this.organisations = organisations;
        this.database = database;
        this.watch = watch;
    }

    /** The document, and the cases that stand in it. */
    public record Made(Document document, SortedSet<String> references) {}

    private record Open(String service, CaseStatus status, int times) {}

    private record Action(String reference, int number, @Nullable String kind, ActionState state, @Nullable Integer stage, @Nullable LocalDate dueOn) {}

    /** The list of a month of a council, as it stands today. */
    public Made of(String council, YearMonth month) {
        var references = new TreeSet<String>();
        var title = "Monthly list, " + MONTH.format(month);
        var made = Document.titled(title, organisations.name(council), watch.today()).reference(title).marked("For supervisors");
        made.paragraph(organisations.name(council) + ", as the files stand on " + Dates.inFull(watch.today()) + ". Cases that are restricted to others are not in it. It has numbers of cases; do not publish it.");
        open(made, council);
        made.heading(1, "Deadlines");
        lines(made, "Overdue", deadlines.first(council, new Which(Due.OVERDUE, null, null, null, null), MOST + 1), references, true);
        var due = new ArrayList<>(deadlines.first(council, new Which(Due.TODAY, null, null, null, null), MOST + 1));
        due.addAll(deadlines.first(council, new Which(Due.SOON, null, null, null, null), MOST + 1));
        lines(made, "Due until " + Dates.dayInFull(watch.until()), due, references, false);
        kept(made, council, month);
        actions(made, council, references);
        learnt(made, council, month, references);
        return new Made(made.end(), references);
    }

    private void open(Document.Writing made, String council) {
        made.heading(1, "Open cases");
        var cases = watch.cases(council, "c");
        var values = watch.values(council, cases);
        values.put("open", java.util.Arrays.stream(CaseStatus.values()).filter(status -> !status.over()).map(CaseStatus::name).toList());
        var rows = database.sql(OPEN + cases.condition() + " group by coalesce(c.service, ''), c.status order by 1, 2").params(values).query(Open.class).list();
        if (rows.isEmpty()) {
            made.paragraph("None.");
            return;
        }
        var services = deadlines.services(council);
        var cells = new ArrayList<>(rows.stream().map(one -> List.of(services.apply(one.service()), one.status().text(), String.valueOf(one.times()))).toList());
        cells.add(List.of("All", "", String.valueOf(rows.stream().mapToInt(Open::times).sum())));
        made.table("Open cases by service", List.of("Service", "State", "Cases"), cells);
    }

    private static void lines(Document.Writing made, String heading, List<Line> lines, SortedSet<String> references, boolean late) {
        made.heading(2, heading);
        if (lines.isEmpty()) {
            made.paragraph("None.");
            return;
        }
        var shown = first(made, lines);
        shown.forEach(line -> references.add(line.reference()));
        made.table("Deadlines: " + heading.substring(0, 1).toLowerCase(Locale.ROOT) + heading.substring(1), List.of("Case", "Deadline", late ? "Day (working days late)" : "Day", "Service"), shown.stream().map(line -> List.of(line.reference(), line.title(),
                Dates.text(line.dueOn()) + (late ? " (" + line.late() + ")" : ""), line.service())).toList());
    }

    private void kept(Document.Writing made, String council, YearMonth month) {
        made.heading(2, "Met and missed");
        var kept = deadlines.kept(council, month.atDay(1), month.atEndOfMonth());
        made.paragraph("Deadlines whose last day was in " + MONTH.format(month) + ". Met: on or before that day. Missed: later, or not yet.");
        if (kept.isEmpty()) {
            made.paragraph("None.");
        } else {
            made.table("Met and missed in " + MONTH.format(month), List.of("Deadline", "Met", "Missed"), kept.stream().map(one -> List.of(one.title(), String.valueOf(one.met()), String.valueOf(one.missed()))).toList());
        }
    }

    private void actions(Document.Writing made, String council, SortedSet<String> references) {
        made.heading(1, "Actions still to be done");
        var cases = watch.cases(council, "c");
        var values = watch.values(council, cases);
        values.put("states", List.of(ActionState.AGREED.name(), ActionState.UNDER_WAY.name(), ActionState.SHOWN.name()));
        var all = database.sql(ACTIONS + cases.condition() + " order by due_on nulls last, c.reference, x.number limit " + (MOST + 1)).params(values).query(Action.class).list();
        if (all.isEmpty()) {
            made.paragraph("None.");
            return;
        }
        var shown = first(made, all);
        shown.forEach(action -> references.add(action.reference()));
        made.table("Agreed and promised actions", List.of("Case", "Action", "State", "Due"), shown.stream().map(action -> List.of(action.reference(),
                words(action.kind()) + " (" + action.number() + "), " + (action.stage() == null ? "Ombudsman’s decision" : "response, stage " + action.stage()), action.state().text(), action.dueOn() == null ? "No day" : Dates.text(action.dueOn()))).toList());
    }

    private void learnt(Document.Writing made, String council, YearMonth month, SortedSet<String> references) {
        made.heading(1, "Lessons");
        var all = lessons.of(council, month.atDay(1), month.plusMonths(1).atDay(1), watch.leftOut(council), MOST + 1);
        if (all.isEmpty()) {
            made.paragraph("Nothing was upheld in " + MONTH.format(month) + ".");
            return;
        }
        var shown = first(made, all);
        shown.forEach(one -> references.add(one.reference()));
        var services = deadlines.services(council);
        made.table("What was learnt", List.of("Case", "Cause", "Where", "What is learnt"), shown.stream().map(one -> List.of(one.reference(), words(one.cause()), services.apply(one.service() == null ? "" : one.service()), one.lesson())).toList());
    }

    private static <T> List<T> first(Document.Writing made, List<T> all) {
        if (all.size() > MOST) {
            made.paragraph("The first " + MOST + " of them; the board has all.");
        }
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static String words(@Nullable String key) {
        var text = key == null ? "" : key.replace('-', ' ');
        return text.isEmpty() ? "Not worded yet" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
