package org.redress.takeover;

import java.io.StringReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.redress.casefile.CaseFiles;
import org.redress.casefile.CaseSummary;
import org.redress.casefile.Dates;
import org.redress.start.ExistingDatabase;
import org.redress.casefile.Parties;
import org.redress.deadline.DeadlineState;
import org.redress.deadline.DeadlineView;
import org.redress.deadline.Deadlines;
import org.redress.replay.CaseScript.Kind;
import org.redress.replay.CaseScript.Step;
import org.redress.replay.ScriptReader;
import org.redress.replay.ScriptRefused;
import org.redress.takeover.Taking.Whose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes cases over from a file: each in a transaction of its own, or none of it; what was taken over before stays as it is. */
@Component
public class Takeover {
    private final Taking taking;
    private final CaseFiles cases;
    private final Parties parties;
    private final Deadlines deadlines;
    private final TaskService tasks;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Takeover(Taking taking, CaseFiles cases, Parties parties, Deadlines deadlines, TaskService tasks, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.taking = taking;
        this.cases = cases;
        this.parties = parties;
        this.deadlines = deadlines;
        this.tasks = tasks;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Who takes over, for which council, and whether it is a trial after which nothing is there.
     *
     * @param council where the file does not say it
     */
    public record Order(@Nullable String council, String person, boolean dryRun) {}

    /** How many were taken over, were here already, and have findings. */
    public record Outcome(int taken, int known, int refused) {}

    /** One case of a file; {@code ombudsmans} whether it is one of the Ombudsman's. */
    private record Wanted(int line, String oldNumber, String council, boolean ombudsmans, List<Step> steps, Map<String, Column> columns, @Nullable Row row) {}

    /** A council, or the Ombudsman, by its name. */
    private record Side(String name, boolean ombudsman) {}

    /** A file whose cases cannot be told apart, or that is none at all: the findings. */
    public static class FileRefused extends RuntimeException {
        private final transient List<Finding> findings;

        FileRefused(List<Finding> findings) {
            this.findings = List.copyOf(findings);
        }

        /** What is wrong with it. */
        public List<Finding> findings() {
            return findings;
        }
    }

    /** Takes over the lines of a CSV file, or the case of a script if {@code script}; says of each what became of it. */
    public Outcome take(String text, boolean script, Order order, Consumer<String> say) {
        int taken = 0;
        int known = 0;
        int refused = 0;
        var seen = new LinkedHashMap<String, Integer>();
        var rows = script ? List.<Row>of() : rows(text);
        int all = script ? 1 : rows.size();
        for (int i = 0; i < all; i++) {
            var before = "[" + (i + 1) + "/" + all + "] ";
            try {
                var wanted = script ? ofScript(text, order) : ofRow(rows.get(i), order);
                var twice = seen.putIfAbsent(wanted.council() + " " + wanted.oldNumber(), wanted.line());
                if (twice != null) {
                    throw new NotTakenOver(List.of(new Finding(wanted.line(), Column.OLD_NUMBER.title(), wanted.oldNumber(), "it stands in line " + twice + " too.")));
                }
                var here = here(wanted);
                if (here != null) {
                    say.accept(before + wanted.oldNumber() + " was taken over as " + here + "; it stays as it is.");
                    known++;
                } else {
                    say.accept(before + take(wanted, order));
                    taken++;
                }
            } catch (NotTakenOver e) {
                e.findings().forEach(finding -> say.accept(before + finding.text()));
                refused++;
            }
        }
        return new Outcome(taken, known, refused);
    }

    private static List<Row> rows(String text) {
        try {
            return CasesInCsv.read(text);
        } catch (NotTakenOver e) {
            throw new FileRefused(e.findings());
        }
    }

    private Wanted ofRow(Row row, Order order) {
        var sides = sides();
        var whose = row.text(Column.COUNCIL).map(name -> named(sides, name).orElseThrow(() -> new NotTakenOver(List.of(row.finding(Column.COUNCIL, "there is no such council; " + thereAre(sides))))))
                .orElseGet(() -> {
                    if (order.council() == null || !sides.containsKey(order.council())) {
                        throw new NotTakenOver(List.of(row.finding(Column.COUNCIL, "write a council, or name one with --council; " + thereAre(sides))));
                    }
                    return order.council();
                });
        boolean ombudsmans = sides.get(whose).ombudsman();
        var steps = ombudsmans ? ofOmbudsman(row, sides) : CouncilSteps.of(row);
        return new Wanted(row.line(), row.text(Column.OLD_NUMBER).orElseThrow(), whose, ombudsmans, steps.steps(), steps.columns(), row);
    }

    /** A council that works here gets the letters by itself; its case is found by the number that it had before, too. */
    private StepsOfRow.Steps ofOmbudsman(Row row, Map<String, Side> sides) {
        var authority = row.text(Column.AUTHORITY).flatMap(name -> named(sides, name)).filter(found -> !sides.get(found).ombudsman()).orElse(null);
        var reference = authority == null ? null : row.text(Column.COUNCIL_REFERENCE).flatMap(number -> cases.takenOver(authority, number)).map(CaseSummary::reference).orElse(null);
        return OmbudsmanSteps.of(row, authority, reference);
    }

    private static Optional<String> named(Map<String, Side> sides, String name) {
        return sides.entrySet().stream().filter(one -> one.getKey().equalsIgnoreCase(name) || one.getValue().name().equalsIgnoreCase(name)).map(Map.Entry::getKey).findFirst();
    }

    private static String thereAre(Map<String, Side> sides) {
        return "there are " + String.join(", ", sides.keySet()) + ".";
    }

    /** A script that begins with the Ombudsman's complaint is the Ombudsman's case about the script's council. */
    private Wanted ofScript(String text, Order order) {
        var sides = sides();
        var councils = new LinkedHashMap<String, String>();
        sides.forEach((id, side) -> {
            if (!side.ombudsman()) {
                councils.put(id, side.name());
            }
        });
        try {
            var script = ScriptReader.read(new StringReader(text), councils);
            boolean ombudsmans = script.steps().stream().filter(step -> step.kind() != Kind.NOTE).findFirst().filter(step -> step.name().equals("ombudsman-case")).isPresent();
            var whose = !ombudsmans ? script.council() : sides.entrySet().stream().filter(side -> side.getValue().ombudsman()).map(Map.Entry::getKey).findFirst().orElseThrow();
            return new Wanted(1, script.reference(), whose, ombudsmans, ombudsmans ? about(script.council(), script.steps()) : script.steps(), Map.of(), null);
        } catch (ScriptRefused e) {
            throw new FileRefused(List.of(new Finding(1, null, null, String.valueOf(e.getMessage()))));
        }
    }

    /** The complaint is about the script's council, unless it names another authority. */
    private static List<Step> about(String council, List<Step> steps) {
        return steps.stream().map(step -> {
            if (!step.name().equals("ombudsman-case") || step.answers().containsKey("otherAuthority")) {
                return step;
            }
            var answers = new LinkedHashMap<>(step.answers());
            answers.put("authority", council);
            return Step.of(step.line(), step.on(), step.kind(), step.name(), step.as(), step.numbers(), answers);
        }).toList();
    }

    private Map<String, Side> sides() {
        var sides = new LinkedHashMap<String, Side>();
        database.sql("select tenant, name, ombudsman from council order by ombudsman, tenant").query((found, number) -> sides.put(found.getString(1), new Side(found.getString(2), found.getBoolean(3)))).list();
        return sides;
    }

    private @Nullable String here(Wanted wanted) {
        return cases.takenOver(wanted.council(), wanted.oldNumber()).map(CaseSummary::reference).orElse(null);
    }

    /** Questions that the file confirms are confirmed one after the other; each try is a transaction of its own, and says what was confirmed. */
    private String take(Wanted wanted, Order order) {
        var confirmed = new LinkedHashMap<String, String>();
        // a step may ask twice: before it begins, and when its days are known
        for (int tries = 0; tries <= 2 * wanted.steps().size(); tries++) {
            try {
                return take(wanted, order, confirmed.keySet()) + (confirmed.isEmpty() ? "" : " Asked back and confirmed by the file: " + String.join(" ", confirmed.values()));
            } catch (Taking.ToBeConfirmed e) {
                e.questions().forEach(question -> confirmed.put(question.code(), question.sentence()));
            }
        }
        throw new NotTakenOver(List.of(new Finding(wanted.line(), null, null, "it is asked back again and again: " + String.join(" ", confirmed.values()))));
    }

    private String take(Wanted wanted, Order order, Set<String> codes) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                var reference = taking.take(wanted.steps(), new Whose(wanted.council(), order.person(), Set.copyOf(codes), wanted.row(), wanted.columns()), opened -> keep(opened, wanted, order));
                compare(reference, wanted);
                var stands = stands(reference);
                if (order.dryRun()) {
                    status.setRollbackOnly();
                }
                return wanted.oldNumber() + (order.dryRun() ? " would be taken over" : " is " + reference) + ": " + stands;
            }));
        } catch (NotTakenOver | Taking.ToBeConfirmed e) {
            throw e;
        } catch (RuntimeException e) {
            // a table without a row, a year without bank holidays: nothing of this case is kept, and the others go on
            throw new NotTakenOver(List.of(new Finding(wanted.line(), null, null, "not possible: " + ExistingDatabase.cause(e))));
        }
    }

    /** Before anything else is told of it, the file says where it comes from. */
    private void keep(String reference, Wanted wanted, Order order) {
        var today = LocalDate.now(clock);
        cases.record(reference, today, order.person(), "Taken over from another system", "There its number was " + wanted.oldNumber()
                + ". What happened before is recorded on this day, with the days and in the names that the file gives.", List.of());
        cases.tookOver(reference, wanted.oldNumber());
        if (wanted.row() != null) {
            parties.reachFirst(reference, wanted.row().text(Column.CONTACT));
        }
    }

    /** What the line says of the end is compared with what came out. */
    private void compare(String reference, Wanted wanted) {
        var row = wanted.row();
        if (row == null) {
            return;
        }
        var file = cases.get(reference);
        var findings = new ArrayList<Finding>();
        row.text(Column.PROCEDURE).filter(procedure -> !procedure.equalsIgnoreCase(file.procedure())).ifPresent(procedure -> findings.add(row.finding(Column.PROCEDURE,
                "by subject and council it comes under " + Objects.requireNonNullElse(file.procedure(), "none yet") + "; write that, or another subject.")));
        var stands = wanted.ombudsmans() ? OmbudsmanSteps.stage(row) : String.valueOf(file.stage());
        row.text(Column.STAGE).filter(stage -> !stage.equalsIgnoreCase(stands)).ifPresent(stage -> findings.add(row.finding(Column.STAGE,
                "by its days it stands at stage " + stands + "; write the days of the stages before, or that stage.")));
        if (!findings.isEmpty()) {
            throw new NotTakenOver(findings);
        }
    }

    private String stands(String reference) {
        var open = tasks.createTaskQuery().processInstanceBusinessKey(reference).active().list().stream()
                .map(task -> task.getName() + (task.getAssignee() == null ? "" : " with " + task.getAssignee())).distinct().sorted().collect(Collectors.joining(", "));
        var owed = deadlines.of(reference).stream().filter(deadline -> deadline.state() == DeadlineState.OPEN).map(Takeover::words).collect(Collectors.joining(", "));
        var file = cases.get(reference);
        return (file.ombudsmans() ? file.status().text().toLowerCase(Locale.ROOT) : "stage " + file.stage()) + (open.isEmpty() ? "" : "; open: " + open) + (owed.isEmpty() ? "" : "; owed: " + owed) + ".";
    }

    private static String words(DeadlineView deadline) {
        return deadline.title() + " by " + Dates.text(deadline.dueOn());
    }
}
