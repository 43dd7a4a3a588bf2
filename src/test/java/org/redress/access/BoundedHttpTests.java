package org.redress.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bounds of the server alone, with a page that has nothing to do with the product. */
class BoundedHttpTests {
    private static final Duration HEAD = Duration.ofSeconds(15);
    private static final String ASK = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ANSWERED = "HTTP/1.1 200";

    private final Tomcat tomcat = new Tomcat();
    private final List<Socket> open = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @BeforeEach
    void aServerStarts(@TempDir Path folder) throws LifecycleException {
        var connector = new Connector(BoundedHttp.class.getName());
        connector.setPort(0);
        ((BoundedHttp) connector.getProtocolHandler()).bound(((InstantSource) () -> now).withZone(ZoneOffset.UTC), HEAD, 3);
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        tomcat.getEngine().getPipeline().addValve(new UnreadBodies());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "page", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.setContentLength(2);
                response.getWriter().write("ok");
            }
        });
        context.addServletMappingDecoded("/", "page");
        tomcat.start();
    }

    @AfterEach
    void itStops() throws LifecycleException, IOException {
        for (var socket : open) {
            socket.close();
        }
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void endsAHeadThatComesSlowlyPieceByPiece() throws IOException {
        var slow = connect("127.0.0.1");
        send(slow, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        slow.setSoTimeout(300);
        String said = "";
        for (int i = 0; i < 200 && said.isEmpty(); i++) {
            now = now.plus(HEAD.dividedBy(2));
            send(slow, "a");
            said = heard(slow);
        }

        assertThat(said).startsWith("HTTP/1.1 408 ").contains("X-Content-Type-Options: nosniff").endsWith(Answers.TOO_SLOW);
    }

    @Test
    void givesEachRequestOfAConnectionItsOwnTime() throws IOException {
        var patient = connect("127.0.0.1");
        for (int i = 0; i < 5; i++) {
            send(patient, ASK);
            assertThat(first(patient)).isEqualTo(ANSWERED);
            now = now.plus(HEAD.multipliedBy(2));
        }
    }

    @Test
    void takesSoManyConnectionsOfOneAddress() throws IOException {
        for (int i = 0; i < 3; i++) {
            var one = connect("127.0.0.1");
            send(one, ASK);
            assertThat(first(one)).isEqualTo(ANSWERED);
        }

        var more = connect("127.0.0.1");
        var other = connect("127.0.0.2");
        send(other, ASK);

        assertThat(ends(more)).isTrue();
        assertThat(first(other)).isEqualTo(ANSWERED);
    }

    @Test
    void waitsForNoBodyThatNobodyWants() throws IOException {
        var slow = connect("127.0.0.1");
        send(slow, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nabc");

        assertThat(first(slow)).isEqualTo(ANSWERED);
        assertThat(ends(slow)).isTrue();
    }

    @Test
    void goesOnAfterABodyThatIsHere() throws IOException {
        var quick = connect("127.0.0.1");
        for (int i = 0; i < 3; i++) {
            send(quick, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc");

            assertThat(first(quick)).isEqualTo(ANSWERED);
        }
    }

    private Socket connect(String from) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), tomcat.getConnector().getLocalPort(), InetAddress.getByName(from), 0);
        open.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What has come until nothing comes for a moment. */
    private static String heard(Socket socket) throws IOException {
        var said = new StringBuilder();
        try {
            for (int sign = socket.getInputStream().read(); sign >= 0; sign = socket.getInputStream().read()) {
                said.append((char) sign);
            }
        } catch (SocketTimeoutException nothingMore) {
            return said.toString();
        }
        return said.toString();
    }

    /** Begin of the next answer, which is read to its end. */
    private static String first(Socket socket) throws IOException {
        var answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (!answer.toString().endsWith("\r\n\r\nok")) {
            int sign = in.read();
            assertThat(sign).as("the connection ended after: " + answer).isNotNegative();
            answer.append((char) sign);
        }
        return answer.substring(0, ANSWERED.length());
    }

    private static boolean ends(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }
}
