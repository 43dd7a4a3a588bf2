package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.redress.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's switches that keep it from doing what it could; an upgrade that changes one is noticed here. */
@ProductTest
class EngineSettingsTests {
    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Test
    void computeNothingInQueries() {
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isTrue();
    }

    @Test
    void readNothingFromOutsideAModel() {
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(engine.isEnableScriptEngineLoadExternalResources()).isFalse();
        assertThat(engine.isEnableFetchScriptEngineFromProcessApplication()).isFalse();
    }

    @Test
    void takeNoObjectsOfPrograms() {
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.getDefaultSerializationFormat()).isEqualTo("application/json");
    }

    @Test
    void knowNoOtherWork() {
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isCmmnEnabled()).isFalse();
    }

    @Test
    void checkRightsAndCouncilsAlways() {
        assertThat(engine.isAuthorizationEnabled()).isTrue();
        assertThat(engine.isTenantCheckEnabled()).isTrue();
        assertThat(engine.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(engine.isEnableHistoricInstancePermissions()).isFalse();
        assertThat(engine.getAdminGroups()).containsOnly(Groups.CAMUNDA_ADMIN);
        assertThat(engine.getAdminUsers()).isEmpty();
        assertThat(engine.getGeneralResourceWhitelistPattern()).isEqualTo("[a-z0-9-]+");
    }

    @Test
    void stopWhereAModelIsWrong() {
        assertThat(engine.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(engine.isDisableStrictCamundaFormParsing()).isFalse();
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
    }

    @Test
    void keepWhatPeopleDid() {
        assertThat(engine.isRestrictUserOperationLogToAuthenticatedUsers()).isTrue();
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
    }
}
