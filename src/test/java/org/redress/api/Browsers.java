package org.redress.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.testing.Office;

/** Browsers at the product's server: they keep the session's cookies and send the token back that the webapps ask for. */
public final class Browsers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COOKIE = Pattern.compile("REDRESS-XSRF-TOKEN=[^;\\s]+");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final int port;
    private final String server;

    public Browsers(int port) {
        this.port = port;
        server = "http://localhost:" + port;
    }

    /** A browser in which nobody has signed in. */
    public Browser fresh() {
        var cookies = new CookieManager();
        return new Browser(cookies, HttpClient.newBuilder().cookieHandler(cookies).build());
    }

    private Browser with(CookieManager cookies, HttpClient client) {
        return new Browser(cookies, client);
    }

    /** A browser in which somebody has signed in to Tasklist. */
    public Browser signedIn(String user) {
        var browser = fresh();
        var answer = browser.signIn(user, Office.PASSWORD);
        if (answer.statusCode() != 302) {
            throw new AssertionError(user + " cannot sign in: " + answer.statusCode() + " " + answer.body());
        }
        // the new session gives its token with the next page
        browser.get("/camunda/app/tasklist/default/");
        return browser;
    }

    /** Fills in the sign-in page from another address of this machine; gives the answer as it was sent. */
    public String signInFrom(String address, String user, String password) {
        var page = bytes(address, "GET /sign-in HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\nAccept: text/html\r\n\r\n");
        var token = TOKEN.matcher(page);
        var cookie = COOKIE.matcher(page);
        if (!token.find() || !cookie.find()) {
            throw new AssertionError("This is no sign-in page: " + page);
        }
        var form = "username=" + user + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return bytes(address, "POST /sign-in HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\nAccept: text/html\r\nCookie: " + cookie.group()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n" + form);
    }

    private String bytes(String from, String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One browser with its cookies. */
    public final class Browser {
        private final CookieManager cookies;
        private final HttpClient client;

        private Browser(CookieManager cookies, HttpClient client) {
            this.cookies = cookies;
            this.client = client;
        }

        /** The same browser, with the same cookies, at another node of the product. */
        public Browser at(int otherPort) {
            return new Browsers(otherPort).with(cookies, client);
        }

        /** Asks for something as the webapps and the Case tab do. */
        public HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        /** A file, as it comes. */
        public HttpResponse<byte[]> file(String path) {
            try {
                return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Asks for something in a certain form. */
        public HttpResponse<String> get(String path, String form) {
            return send(request(path).setHeader("Accept", form).GET());
        }

        /** Puts a cookie into this browser. */
        public void plant(String name, String value) {
            var cookie = new HttpCookie(name, value);
            cookie.setPath("/");
            cookie.setVersion(0);
            cookies.getCookieStore().add(URI.create(server), cookie);
        }

        /** What a cookie says now. */
        public String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                    .map(HttpCookie::getValue).findFirst().orElseThrow();
        }

        /** Fills in the sign-in page and sends it. */
        public HttpResponse<String> signIn(String user, String password) {
            return submit("/sign-in", Map.of("username", user, "password", password));
        }

        /** Opens one of our pages and sends its form. */
        public HttpResponse<String> submit(String page, Map<String, String> fields) {
            return send(form(page, get(page).body(), fields));
        }

        /** The form of a page, filled in. */
        public HttpRequest.Builder form(String page, String body, Map<String, String> fields) {
            var token = TOKEN.matcher(body);
            var all = new HashMap<>(fields);
            all.put("_csrf", token.find() ? token.group(1) : "");
            return request(page).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(encode(all)));
        }

        /** The fields of a page's form with its token, as they are sent. */
        public String encoded(String page, Map<String, String> fields) {
            var token = TOKEN.matcher(get(page).body());
            var all = new HashMap<>(fields);
            all.put("_csrf", token.find() ? token.group(1) : "");
            return encode(all);
        }

        /** Sends JSON to the engine as Tasklist does. */
        public HttpResponse<String> post(String path, Object body) {
            return send(request("/camunda/api/engine/engine/default" + path).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(write(body))));
        }

        /** Changes something in the engine. */
        public HttpResponse<String> put(String path, Object body) {
            return send(request("/camunda/api/engine/engine/default" + path).header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(write(body))));
        }

        /** Changes something through our own API, with the token that our scripts ask for. */
        public HttpResponse<String> change(String method, String path, String body) {
            var token = json(get("/redress/api/token"));
            return send(request(path).header("Content-Type", "application/json").header(token.path("header").asText("X-None"), token.path("token").asText("none"))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        }

        /** Sends answers to the engine as Tasklist does, text and numbers and all with their types. */
        public HttpResponse<String> answer(String path, Map<String, Object> answers) {
            var variables = new HashMap<String, Object>();
            answers.forEach((key, value) -> variables.put(key, Map.of("value", value, "type", value.getClass().getSimpleName())));
            return post(path, Map.of("variables", variables));
        }

        /** Sends a start form as Tasklist does, with a key of its own, and confirms what is asked back about it. */
        public HttpResponse<String> start(String process, Map<String, Object> answers) {
            var sent = new HashMap<>(answers);
            sent.put("submissionKey", UUID.randomUUID().toString());
            var codes = new TreeSet<String>();
            while (true) {
                var answer = answer("/process-definition/key/" + process + "/submit-form", sent);
                if (answer.statusCode() != 400 || !codes.addAll(json(answer).path("askedBack").findValuesAsText("code"))) {
                    return answer;
                }
                sent.put("confirmed", String.join(",", codes));
            }
        }

        /** A request as this browser begins it. */
        public HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "application/json, text/html");
            cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue).findFirst().ifPresent(token -> request.header("X-XSRF-TOKEN", token));
            return request;
        }

        /** Sends a request with the cookies of this browser. */
        public HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    /** What came back, as JSON. */
    public static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    /** The same of a body. */
    public static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is not JSON: " + body, e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
