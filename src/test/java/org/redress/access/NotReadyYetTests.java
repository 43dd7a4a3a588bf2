package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nobody signs in while the product starts, or while the demonstration plays its cases with a clock of their own. */
class NotReadyYetTests {
    @ParameterizedTest
    @CsvSource({
        "true,  text/html,        /sign-in,              <h1>The demonstration is being prepared",
        "true,  text/html,        /camunda/app/tasklist/default/, <h1>The demonstration is being prepared",
        "false, text/html,        /,                     <h1>Redress is starting. Try again in a moment.</h1>",
        "false, application/json, /redress/api/token,    '{\"message\":\"Redress is starting. Try again in a moment.\"}'",
        "false, application/json, /engine-rest/task,     '{\"message\":\"Redress is starting. Try again in a moment.\"}'",
    })
    void asksToWaitUntilEverythingIsThere(boolean demonstration, String accept, String path, String said) throws Exception {
        var availability = new ApplicationAvailabilityBean();
        var door = new NotReadyYet(availability, demonstration);
        var before = asks(door, accept, path);
        assertThat(before.getStatus()).isEqualTo(503);
        assertThat(before.getHeader("Retry-After")).isEqualTo("10");
        assertThat(before.getContentAsString()).contains(said);

        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));

        assertThat(asks(door, accept, path).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/redress/page.css", "/actuator/health"})
    void letsThroughWhatThePageAndTheOperatorNeed(String path) throws Exception {
        assertThat(asks(new NotReadyYet(new ApplicationAvailabilityBean(), true), "*/*", path).getStatus()).isEqualTo(200);
    }

    private static MockHttpServletResponse asks(NotReadyYet door, String accept, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("Accept", accept);
        var response = new MockHttpServletResponse();
        door.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
