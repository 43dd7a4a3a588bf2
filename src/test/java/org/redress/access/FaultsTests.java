package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.database.Outage;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.ErrorPage;
import org.springframework.boot.web.server.WebServer;
import org.springframework.transaction.CannotCreateTransactionException;

/** What becomes of a request that met others, or no database, when nothing of its answer was written, and when all of it was: as when the session is read once more at the end. */
class FaultsTests {
    private static final HttpClient ASKING = HttpClient.newHttpClient();
    private static WebServer server;

    @BeforeAll
    static void start() {
        var factory = new TomcatServletWebServerFactory(0);
        factory.addErrorPages(new ErrorPage("/error"));
        server = factory.getWebServer(context -> {
            Filter faults = new Faults();
            context.addFilter("faults", faults).addMappingForUrlPatterns(null, false, "/*");
            context.addServlet("work", new Work()).addMapping("/camunda/api/work");
            context.addServlet("errors", new ErrorsAsServlet()).addMapping("/error");
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @CsvSource({"08006, nothing, 503", "08006, all, 503", "40001, nothing, 409", "40001, all, 409", "22001, nothing, 500", "22001, all, 500"})
    void isAnsweredWithWhatItIs(String state, String written, int status) throws Exception {
        var answer = ask(state, written);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("2019", "said by the database");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        if (status == 503) {
            assertThat(answer.body()).contains(Outage.SENTENCE);
        }
    }

    @Test
    void isNotTakenForCompleteWhenAPartOfTheAnswerIsOnItsWay() {
        assertThat(List.of("08006", "22001")).allSatisfy(state -> assertThatThrownBy(() -> ask(state, "part")).isInstanceOf(IOException.class));
    }

    private static HttpResponse<String> ask(String state, String written) throws IOException, InterruptedException {
        return ASKING.send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/camunda/api/work?state=" + state + "&written=" + written)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Writes as much as is asked for, and then meets what is asked for. */
    private static final class Work extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var written = request.getParameter("written");
            if (!"nothing".equals(written)) {
                response.setContentLength("part".equals(written) ? 1000 : 4);
                response.getOutputStream().print("2019");
            }
            if ("part".equals(written)) {
                response.flushBuffer();
            }
            throw new CannotCreateTransactionException("no transaction", new SQLException("said by the database", request.getParameter("state")));
        }
    }

    private static final class ErrorsAsServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            new Errors().answer(request, response);
        }
    }
}
