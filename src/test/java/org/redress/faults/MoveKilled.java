package org.redress.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;

/** Running cases that go on with another version of the models on PostgreSQL, and the node that moves them is killed in the midst of it. */
final class MoveKilled {
    private static final int CASES = 8;
    private static final String OWNER = "process-owner";
    private static final String BEFORE = "name=\"Assess complaint\"";
    private static final String AFTER = "name=\"Look at complaint\"";
    private static final String MOVED = "select count(*) from chronology where what = 'Moved to another version of the models'";
    // a case and the missed deadline that is explained beside it move each by itself
    private static final String MOVED_TWICE = "select count(*) - count(distinct (complaint_id, detail)) from chronology where what = 'Moved to another version of the models'";
    private static final String TASKS_BEFORE = "select count(*) from act_ru_task where name_ = 'Assess complaint'";
    private static final String TASKS_AFTER = "select count(*) from act_ru_task where name_ = 'Look at complaint'";
    private static final String TREES = "select count(*) from act_ru_execution where id_ = root_proc_inst_id_ and business_key_ is not null";
    private static final String TIMERS = "select count(*) from act_ru_job where handler_type_ like 'timer%'";
    private static final String TIMERS_TWICE = "select count(*) from (select execution_id_, handler_cfg_ from act_ru_job where handler_type_ like 'timer%' and handler_type_ <> 'timer-start-event' group by execution_id_, handler_cfg_ having count(*) > 1) twice";

    private final Lab lab;

    MoveKilled(Lab lab) {
        this.lab = lab;
    }

    void happen(Row row) throws Exception {
        try (var postgres = Lab.postgres(); var database = Lab.at(postgres)) {
            try (var node = lab.node("move-before", postgres)) {
                node.up();
                var load = Lab.people(node);
                Lab.works(load, 2 * CASES);
                load.end();
                Lab.settled(row, database, Duration.ZERO);
            }
            Lab.run(database, "insert into act_id_tenant_member (id_, tenant_id_, user_id_) values ('move', 'kent', '" + OWNER + "')");
            long cases = Lab.number(database, TASKS_BEFORE);
            long timers = Lab.number(database, TIMERS);
            var settings = new ArrayList<>(Lab.settings(postgres.getPort()));
            settings.add("--redress.models=" + changed(lab.folder().resolve("changed")));
            try (var node = new NodeProcess(lab.folder(), "move", settings)) {
                node.up();
                confirmed(node, database);
                long trees = Lab.number(database, TREES);
                boolean begun = Lab.await(() -> Lab.number(database, MOVED) > 0, Lab.PATIENCE);
                node.kill();
                long moved = Lab.number(database, MOVED);
                row.expect(begun && moved < trees, "killed when %d of %d had moved", moved, trees);
                node.up();
                boolean ended = Lab.await(() -> Lab.number(database, "select count(*) from act_ru_task where name_ = 'See what moved'") == 1, Lab.PATIENCE.multipliedBy(2));
                row.expect(ended, ended ? "went on by itself to the end" : "did not come to the end");
                row.none(Lab.number(database, TASKS_BEFORE), "left on the earlier version").expect(Lab.number(database, TASKS_AFTER) == cases, "%d tasks of the new one", Lab.number(database, TASKS_AFTER))
                        .none(Lab.number(database, MOVED_TWICE), "moves recorded twice").none(Lab.number(database, TIMERS_TWICE), "timers twice")
                        .none(Lab.number(database, TIMERS) - timers, "timers more than before");
                Lab.settled(row, database, Duration.ZERO);
            }
            lab.whole(row, Lab.settings(postgres.getPort()));
        }
    }

    /** As a process owner asks for it and proposes it, and a supervisor of the council confirms it. */
    private static void confirmed(NodeProcess node, Connection database) throws SQLException {
        var owner = new Browsers(node.port()).signedIn(OWNER);
        taken(owner.start("move-cases", Map.of("forCouncil", "kent", "changeTried", true)).statusCode());
        Lab.await(() -> Lab.number(database, "select count(*) from act_ru_task where name_ = 'Decide on move'") == 1, Lab.PATIENCE);
        done(owner, "Decide on move", Map.of("moveProposal", "propose"));
        done(new Browsers(node.port()).signedIn("kent-supervisor"), "Confirm move", Map.of("moveConfirmation", "move"));
    }

    private static void done(Browser person, String task, Map<String, Object> answers) {
        JsonNode found = Browsers.json(person.post("/task", Map.of("name", task)));
        taken(person.answer("/task/" + found.path(0).path("id").asText() + "/submit-form", answers).statusCode());
    }

    private static void taken(int status) {
        if (status >= 300) {
            throw new IllegalStateException("Answered " + status + ".");
        }
    }

    /** The models as they are, with another name for the step at which the cases stand. */
    private static Path changed(Path folder) throws IOException {
        for (var part : List.of("processes", "forms", "letters")) {
            try (var files = Files.walk(Path.of(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var to = folder.resolve(file.toString());
                    Files.createDirectories(to.getParent());
                    Files.writeString(to, Files.readString(file).replace(BEFORE, AFTER));
                }
            }
        }
        return folder;
    }
}
