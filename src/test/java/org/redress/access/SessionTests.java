package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.api.Browsers;
import org.redress.api.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;

/** How long one stays signed in. */
@HttpTest
class SessionTests {
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @Autowired
    private Browsers browsers;

    private Duration passed = Duration.ZERO;

    @AfterEach
    void timeIsRealAgain() {
        ClockUtil.reset();
    }

    @Test
    void endsWhenNobodyDoesAnything() {
        var officer = browsers.signedIn("kent-officer");

        pass(Duration.ofMinutes(29));
        assertThat(officer.get(TASKS).statusCode()).isEqualTo(200);
        pass(Duration.ofMinutes(31));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(officer.get("/redress/api/tasks/none/case").statusCode()).isEqualTo(401);
    }

    @Test
    void isNotKeptAliveByATasklistThatIsOpenSomewhere() {
        var officer = browsers.signedIn("kent-officer");

        pass(Duration.ofMinutes(20));
        officer.get("/camunda/api/admin/auth/user/default");
        assertThat(officer.post("/filter/none/list", Map.of()).statusCode()).isNotEqualTo(401);
        pass(Duration.ofMinutes(11));

        assertThat(officer.post("/filter/none/list", Map.of()).statusCode()).isEqualTo(401);
    }

    @Test
    void endsAfterAWorkingDayWhateverIsDone() {
        var officer = browsers.signedIn("kent-officer");

        for (int i = 0; i < 28; i++) {
            pass(Duration.ofMinutes(25));
            assertThat(officer.get(TASKS).statusCode()).isEqualTo(200);
        }
        pass(Duration.ofMinutes(25));

        assertThat(officer.get(TASKS).statusCode()).isEqualTo(401);
    }

    private void pass(Duration more) {
        passed = passed.plus(more);
        ClockUtil.offset(passed.toMillis());
    }
}
