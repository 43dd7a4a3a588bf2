package org.redress.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.models.ModelsRefused;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A form that nobody could answer stops the deployment, not its first user. */
@ProductTest
class FormDeploymentTests {
    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcTemplate database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type": "checklist"                                                | the form: Field seen: the type checklist is not one of textfield, textarea, select, radio, checkbox, number, date and time.
            "type": "textfield", "conditional": {"hide": "=urgent and ("}      | textfield seen: “urgent and (” cannot be read; write for example
            """)
    void namesTheFileAndTheField(String settings, String sentence) {
        var before = Tables.all(database);
        var deployment = repository.createDeployment().name("a test's").addString("visit.form", form(settings));

        assertThatThrownBy(deployment::deploy).isInstanceOf(ModelsRefused.class).hasMessageContaining(sentence);

        assertThat(Tables.changed(database, before)).isEmpty();
    }

    @Test
    void deploysAFormThatCanBeAnswered() {
        var deployment = repository.createDeployment().name("a test's").addString("visit.form", form("\"type\": \"textfield\"")).deploy();
        try {
            assertThat(repository.getDeploymentResourceNames(deployment.getId())).containsExactly("visit.form");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private static String form(String settings) {
        return "{\"id\": \"visit\", \"type\": \"default\", \"components\": [{\"key\": \"seen\", " + settings + "}]}";
    }
}
