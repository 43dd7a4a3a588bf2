package org.redress.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.redress.tally.Tally;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * What a complaint costs the database, statement by statement: the numbers are exact, so one statement more is seen. Whoever has a good reason for it changes the number here, and says in
 * docs/performance.md what it buys; what the floor needs for the same is counted by {@link CostBenchmark}.
 */
@ProductTest
class StatementsTests {
    @Autowired
    private Office office;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Tally tally;

    @Test
    void takesACouncilsComplaintToItsEnd() throws IOException {
        hasTheCost("simple", new CountedPaths(office, engine)::simple, 739, 938);
    }

    @Test
    void takesAComplaintThroughTwoStagesAndTheOmbudsman() throws IOException {
        hasTheCost("full", new CountedPaths(office, engine)::full, 3208, 4236);
    }

    private void hasTheCost(String way, Supplier<List<CountedPaths.Step>> path, int statements, int rows) throws IOException {
        // the first one also reads what is read once: models, tables, forms
        path.get();
        // every two hundredth step or deadline folds some of those before it, whosever they are: not within the next two hundred
        ((AtomicInteger) Objects.requireNonNull(ReflectionTestUtils.getField(tally, "entered"))).set(0);
        var counts = new Counts(path.get());
        var listed = Files.createDirectories(Path.of("target", "statements")).resolve(way + ".txt");
        Files.writeString(listed, counts.listed());

        assertThat(counts.words()).as("what was counted; all of it stands in " + listed + ":\n" + counts.listed()).isEqualTo(statements + " statements, " + rows + " rows");
    }
}
