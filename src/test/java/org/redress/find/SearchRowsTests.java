package org.redress.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.gate.KeptApart;
import org.redress.testing.Answers;
import org.redress.testing.Casework;
import org.redress.testing.Office;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows that lists and search read say what the case file says, from the transaction of each change on. */
@ProductTest
class SearchRowsTests {
    private static final LocalDate MON_2026_06_01 = LocalDate.of(2026, 6, 1);

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CasesFromBefore fromBefore;

    @Autowired
    private SearchRows rows;

    @Autowired
    private KeptApart apart;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void itIsMonday() {
        office.on(MON_2026_06_01);
    }

    @Test
    void followACaseFromItsReceiptToItsEnd() {
        var reference = office.receive("kent", Map.of("complainant", "Zoë O’Brien-Ng", "complaintText", "The  bin was not\nemptied."));

        assertThat(row(reference)).containsEntry("person", "Zoë O’Brien-Ng").containsEntry("subject", "The bin was not emptied.").containsEntry("state", "open").containsEntry("stage", 0)
                .containsEntry("ombudsmans", false).containsEntry("next_due_kind", "acknowledgement").containsEntry("reference_key", reference.replace("-", ""))
                .containsEntry("number", Integer.valueOf(reference.substring(reference.length() - 5)));
        assertThat(words(reference)).contains(" zoe obrien ng ").contains(" brien ").contains(" the bin was not emptied");

        office.complete(reference, "Acknowledge complaint", Answers.acknowledge(office.today()));
        office.complete(reference, "Assess complaint", Answers.accept(office.today(), Map.of()));
        assertThat(row(reference)).containsEntry("stage", 1).containsEntry("next_due_kind", "response").extracting("procedure_key").isNotNull();
        var before = row(reference);
        jdbc.update("delete from case_words where reference = ?", reference);
        jdbc.update("delete from case_search where reference = ?", reference);
        fromBefore.run();
        assertThat(row(reference)).isEqualTo(before);

        office.people("kent-officer", reference, "name", Map.of("personNumber", 1, "personName", "Zoë Smith"));
        office.completeAs("kent-supervisor", office.task(reference, "Confirm people change"), Answers.confirmPeople());
        assertThat(row(reference)).containsEntry("person", "Zoë Smith");
        assertThat(words(reference)).contains(" smith").contains(" brien ");
        office.event(reference, "withdrawal", Map.of());
        assertThat(row(reference)).containsEntry("state", "closed").containsEntry("status", "WITHDRAWN").containsEntry("next_due", null)
                .containsEntry("closed_on", java.sql.Date.valueOf(office.today()));
    }

    /** Of two nodes that start at once on a database of an earlier version the second has its rows refused, and goes on with those of the first. */
    @Test
    void areMadeByAnotherNodeMeanwhile() {
        var reference = office.receive("kent", Map.of("otherPeople", "kent-manager – officer"));
        jdbc.update("delete from kept_from where reference = ?", reference);
        var times = new AtomicInteger();
        var meanwhile = new TransactionTemplate(transactions) {
            @Override
            public <T> T execute(TransactionCallback<T> made) {
                var done = super.execute(made);
                if (times.incrementAndGet() == 1) {
                    throw new DuplicateKeyException("kept_from");
                }
                return done;
            }
        };

        new CasesFromBefore(JdbcClient.create(jdbc), rows, apart, meanwhile).run();

        assertThat(times).hasValue(2);
        assertThat(jdbc.queryForList("select person from kept_from where reference = ?", String.class, reference)).containsExactly("kent-manager");
    }

    private Map<String, Object> row(String reference) {
        return jdbc.queryForMap("select * from case_search where reference = ?", reference);
    }

    private String words(String reference) {
        return jdbc.queryForObject("select names || words || ' ' from case_words where reference = ?", String.class, reference);
    }
}
