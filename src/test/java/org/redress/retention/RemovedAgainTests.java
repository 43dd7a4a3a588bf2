package org.redress.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.audit.AfterRestore;
import org.redress.audit.ChainNow;
import org.redress.casefile.CaseFiles;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A restored backup does not bring back for good what was removed: the list of removed cases is kept outside, and what is in it goes again (DAT-09). */
@ProductTest
class RemovedAgainTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    @Autowired private Office office;
    @Autowired private Casework casework;
    @Autowired private CaseFiles cases;
    @Autowired private RemovedAgain again;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void takesTheCasesOfTheListOutAndLeavesACertificate() {
        office.on(MON_2026_06_01);
        // at its first stage, which is a process of its own
        var reference = casework.accepted("kent", Map.of("complainant", "Ms Ravenglass"), Map.of());
        var other = casework.acknowledged("kent", Map.of("complainant", "Ms Ravenglass", "complaintText", "Something else."));
        office.signOut();
        int before = jdbc.queryForObject("select count(*) from removal", Integer.class);

        assertThat(again.remove(List.of(reference, "KENT-1999-00001"))).isOne();

        assertThat(cases.find(reference)).isEmpty();
        assertThat(cases.find(other)).isPresent();
        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ?", Integer.class, reference)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from ACT_RU_EXECUTION where BUSINESS_KEY_ = ?", Integer.class, reference)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from removal", Integer.class)).isEqualTo(before + 1);
        assertThat(jdbc.execute((ConnectionCallback<List<String>>) AfterRestore::removed)).contains(reference).doesNotContain(other);
        assertThat(jdbc.execute((ConnectionCallback<List<String>>) connection -> ChainNow.of(connection).wrong())).isEmpty();
    }

    @Test
    void keepsTheListOutsideTheDatabaseWhenARemovalIsDone() throws IOException {
        var file = folder.resolve("removed");
        var list = new RemovedList(file.toString());

        transaction.executeWithoutResult(status -> list.add("KENT-2015-00001"));
        transaction.executeWithoutResult(status -> {
            list.add("KENT-2015-00002");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> list.add("KENT-2015-00003"));

        assertThat(Files.readAllLines(file)).containsExactly("KENT-2015-00001", "KENT-2015-00003");
    }
}
