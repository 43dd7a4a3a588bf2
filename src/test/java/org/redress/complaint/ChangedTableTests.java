package org.redress.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.deadline.Moved;
import org.redress.deadline.Recount;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A process owner changes a table: cases that have begun keep the rules with which they began, or follow where a row says so; new ones follow the new rules. */
@ProductTest
class ChangedTableTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);
    private static final LocalDate WED_2026_06_10 = LocalDate.of(2026, 6, 10);
    private static final LocalDate MON_2026_06_15 = LocalDate.of(2026, 6, 15);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Recount recount;

    private Deployment changed;

    /** The models as they were come again first: the engine begins nothing by timers and messages of an earlier version when a later one is deleted. */
    @AfterEach
    void takeTheChangeBack() throws IOException {
        deployWith("", text -> text);
        repository.deleteDeployment(changed.getId(), true);
    }

    @Test
    void aPeriodHoldsForTheCasesThatBeginWithIt() throws IOException {
        office.on(MON_2026_06_01);
        var begun = casework.acknowledged("kent", Map.of());

        changed = deployWith("allowance.dmn", "<text>\"10 working days\"</text>", "<text>\"7 working days\"</text>");
        office.complete(begun, "Assess complaint", Answers.accept(MON_2026_06_01, Map.of()));
        var begunLater = casework.accepted("kent");

        assertThat(office.deadline(begun, "response").dueOn()).isEqualTo(MON_2026_06_15);
        assertThat(office.deadline(begunLater, "response").dueOn()).isEqualTo(WED_2026_06_10);
    }

    @Test
    void aProcedureHoldsForTheCasesThatBeginWithIt() throws IOException {
        office.on(MON_2026_06_01);
        var begun = casework.accepted("kent");
        casework.respond(begun, "kent-manager");

        changed = deployWith("next-stage.dmn", "OutputEntry_TwoSecond_2\"><text>2</text>", "OutputEntry_TwoSecond_2\"><text>1</text>");
        casework.wish(begun, "next-stage");

        assertThat(office.deadline(begun, "acknowledgement").stage()).isEqualTo(2);
    }

    /** A row that says so moves what is open, at the next recount and not before; one that does not leaves it (R21). */
    @ParameterizedTest
    @CsvSource({"true, 2026-06-10, 1", "false, 2026-06-15, 0"})
    void aRowMovesOpenCasesWhereItSaysSo(boolean openCases, LocalDate due, int lines) throws IOException {
        office.on(MON_2026_06_01);
        var begun = casework.accepted("kent");
        changed = deployWith("allowance.dmn", text -> column(text.replace("<text>\"10 working days\"</text>", "<text>\"7 working days\"</text>"), "ResponseCode1", openCases));
        var before = office.deadline(begun, "response").dueOn();
        var preview = new ArrayList<Moved>();
        recount.preview("kent", preview::add, (looked, of, moved) -> { });

        recount.run(moved -> { }, (looked, of, moved) -> { });

        assertThat(before).isEqualTo(MON_2026_06_15);
        assertThat(preview).filteredOn(moved -> moved.reference().equals(begun)).extracting(Moved::dueAfter).hasSize(lines).allMatch(due::equals);
        assertThat(office.deadline(begun, "response").dueOn()).isEqualTo(due);
        assertThat(office.chronology(begun, "Deadline moved")).hasSize(lines).allMatch(line -> line.startsWith(
                "Deadline moved: Response, stage 1: The table of allowances changed (Complaint Handling Code 6.3, 6.4") && line.endsWith("Wed 10 Jun 2026 instead of Mon 15 Jun 2026."));
    }

    /** The row's column "Also open cases". */
    private static String column(String table, String row, boolean openCases) {
        return table.replaceFirst("(id=\"OutputEntry_" + row + "_10\"><text>)null(</text>)", "$1" + openCases + "$2");
    }

    private Deployment deployWith(String file, String before, String after) throws IOException {
        return deployWith(file, text -> text.replace(before, after));
    }

    private Deployment deployWith(String file, UnaryOperator<String> change) throws IOException {
        var deployment = repository.createDeployment().name("changed");
        for (var folder : new String[] {"processes", "forms"}) {
            try (var models = Files.list(Path.of(folder))) {
                for (var model : models.toList()) {
                    var text = Files.readString(model);
                    var replaced = !file.isEmpty() && model.endsWith(file) ? change.apply(text) : text;
                    assertThat(replaced.equals(text)).isEqualTo(file.isEmpty() || !model.endsWith(file));
                    deployment.addInputStream(model.toString().replace('\\', '/'),
                            new ByteArrayInputStream(replaced.getBytes(StandardCharsets.UTF_8)));
                }
            }
        }
        return deployment.deploy();
    }
}
