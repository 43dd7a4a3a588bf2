package org.redress.deadline;

import java.io.PrintStream;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.redress.Redress;
import org.redress.calendar.WorkingCalendar;
import org.redress.casefile.CaseFiles;
import org.redress.identity.Reader;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** What a recount of 100,000 open deadlines costs; docs/performance.md has the figures and the command. */
public final class RecountBenchmark {
    private static final int CASES = 50_000;
    private static final int AT_ONCE = 1_000;
    private static final LocalDate FRI_2026_01_02 = LocalDate.of(2026, 1, 2);
    /** Nothing is overdue yet: a recount moves days, and does not tell of fifty thousand at once. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T09:00:00Z"), ZoneId.of("Europe/London"));
    private static final Timestamp RECORDED = Timestamp.valueOf(FRI_2026_01_02.atTime(9, 0));

    private RecountBenchmark() {}

    /** Prints how long each pass takes. */
    public static void main(String[] arguments) {
        try (var context = new SpringApplicationBuilder(Redress.class).web(WebApplicationType.NONE).logStartupInfo(false).run(
                "--spring.datasource.url=jdbc:h2:mem:recount;DB_CLOSE_DELAY=-1", "--camunda.bpm.job-execution.enabled=false",
                "--redress.admin.id=nobody", "--redress.admin.password=Everybody-1")) {
            fill(context.getBean(JdbcTemplate.class));
            var shipped = WorkingCalendar.englandAndWales();
            // the first pass puts down what pauses make of the days that were filled in
            measure("filled in", context, shipped, false);
            measure("nothing changed, preview", context, shipped, true);
            measure("nothing changed", context, shipped, false);
            var proclaimed = FoldTests.shippedAnd("2026-06-10");
            measure("a bank holiday proclaimed, preview", context, proclaimed, true);
            measure("a bank holiday proclaimed", context, proclaimed, false);
        }
    }

    /** Two open deadlines a case, every tenth extended, every tenth case paused for a week. */
    private static void fill(JdbcTemplate jdbc) {
        for (int from = 0; from < CASES; from += AT_ONCE) {
            var cases = new ArrayList<Object[]>();
            var deadlines = new ArrayList<Object[]>();
            var extensions = new ArrayList<Object[]>();
            var pauses = new ArrayList<Object[]>();
            for (int i = from; i < from + AT_ONCE; i++) {
                var reference = "KENT-2026-%05d".formatted(i);
                var on = FRI_2026_01_02.plusDays(i % 300);
                cases.add(new Object[] {1_000_000L + i, reference, Date.valueOf(on), RECORDED});
                for (int stage = 1; stage <= 2; stage++) {
                    long id = 10_000_000L + 2L * i + stage;
                    var due = DueDate.of(on, Allowance.parse(stage == 1 ? "10 working days" : "20 working days"), WorkingCalendar.englandAndWales());
                    var extended = id % 10 == 0 ? due.due().plusDays(3) : due.due();
                    deadlines.add(new Object[] {id, reference, stage, Date.valueOf(on), due.allowance().toString(), Date.valueOf(extended), Date.valueOf(due.due()),
                        Date.valueOf(due.due()), Date.valueOf(WorkingCalendar.englandAndWales().aim(extended)), String.join("\n", due.steps()), due.calendarVersion()});
                    if (id % 10 == 0) {
                        extensions.add(new Object[] {id, Date.valueOf(on), Date.valueOf(due.due()), Date.valueOf(extended)});
                    }
                }
                if (i % 10 == 0) {
                    pauses.add(new Object[] {20_000_000L + i, reference, Date.valueOf(on.plusDays(1)), Date.valueOf(on.plusDays(8))});
                }
            }
            jdbc.batchUpdate("insert into complaint (id, version, reference, council, status, status_since, received_at, channel, complainant_role, complained_of, stage)"
                    + " values (?, 0, ?, 'kent', 'OPEN', ?, ?, 'email', 'resident', 'x', 1)", cases);
            jdbc.batchUpdate("insert into deadline (id, version, reference, kind, stage, owed_by, rule_id, clause, trigger_name, trigger_on, allowance, due_on,"
                    + " original_due_on, unextended_due_on, target_on, steps, calendar_version, cap, cap_from, met_by, state)"
                    + " values (?, 0, ?, 'response', ?, 'council', 'CORP-21', 'A clause', 'acknowledgedOn', ?, ?, ?, ?, ?, ?, ?, ?, '10 working days', 'due', 'responseSentOn', 'OPEN')",
                    deadlines);
            jdbc.batchUpdate("insert into deadline_extension (deadline_id, position, noticed_on, from_due, to_due, reason, granted_by) values (?, 0, ?, ?, ?, 'x', 'kent-officer')",
                    extensions);
            jdbc.batchUpdate("insert into case_pause (id, reference, paused_on, resumed_on) values (?, ?, ?, ?)", pauses);
        }
    }

    private static void measure(String what, ApplicationContext context, WorkingCalendar calendar, boolean preview) {
        var changes = new Deadlines(context.getBean(DeadlineRepository.class), context.getBean(CasePauseRepository.class), context.getBean(AllowanceTable.class),
                context.getBean(ModelTimers.class), context.getBean(CalledProcesses.class), context.getBean(Escalation.class), context.getBean(Reader.class), context.getBean(CaseFiles.class), calendar,
                CLOCK);
        var recount = new Recount(context.getBean(DeadlineRepository.class), context.getBean(CasePauseRepository.class), context.getBean(AllowanceTable.class), changes,
                context.getBean(CaseFiles.class), calendar, CLOCK, context.getBean(PlatformTransactionManager.class));
        var from = Instant.now();
        Recount.Progress progress = (looked, of, moved) -> {
            if (looked % 25_000 == 0) {
                System.out.printf("  %,d of %,d, %,d moved%n", looked, of, moved);
            }
        };
        var outcome = preview ? recount.preview(null, moved -> { }, progress) : recount.run(moved -> { }, progress);
        print(System.out, what, outcome, Duration.between(from, Instant.now()));
    }

    private static void print(PrintStream out, String what, Recount.Outcome outcome, Duration took) {
        out.printf("%-40s %,d looked at, %,d moved, %.1f s%n", what, outcome.looked(), outcome.moved(), took.toMillis() / 1000.0);
    }
}
