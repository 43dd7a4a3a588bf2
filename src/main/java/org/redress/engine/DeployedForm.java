package org.redress.engine;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.jspecify.annotations.Nullable;

/** A form as it was deployed, and whether it is always the same one. */
public final class DeployedForm {
    private static final String WITH_THE_PROCESS = "deployment";

    private final String deployment;
    private final @Nullable FormDefinition form;
    private final Supplier<InputStream> content;

    DeployedForm(String deployment, @Nullable FormDefinition form, Supplier<InputStream> content) {
        this.deployment = deployment;
        this.form = form;
        this.content = content;
    }

    /** What the form is known by if it was deployed with its process: it never changes then. */
    public Optional<List<String>> lasting() {
        return form == null || form.getCamundaFormDefinitionKey() == null || !form.getCamundaFormDefinitionKey().isLiteralText()
                || !WITH_THE_PROCESS.equals(form.getCamundaFormDefinitionBinding()) ? Optional.empty() : Optional.of(List.of(deployment, form.getCamundaFormDefinitionKey().getExpressionText()));
    }

    /**
     * Its text, read from the database.
     *
     * @throws org.camunda.bpm.engine.BadUserRequestException if there is no form
     */
    public InputStream content() {
        return content.get();
    }
}
