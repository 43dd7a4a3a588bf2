package org.redress.sending;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server on this machine that answers as the published API of GOV.UK Notify does: signed requests, e-mails by template, letters as PDF, status by id and by our reference, and its errors. */
final class PretendNotify implements AutoCloseable {
    static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
    private static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
    private static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
    private static final int MOST_SECONDS_APART = 30;
    private static final List<String> FIELDS = List.of("subject", "reference", "letter");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it does with the next request to send. */
    enum Next {
        /** Answers 429. */
        TOO_MANY,
        /** Answers 500. */
        FAULT,
        /** Takes it, and then the connection ends without an answer. */
        TAKES_IT_AND_IS_GONE,
        /** Does not answer before it is closed. */
        SILENT
    }

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, ObjectNode> taken = new LinkedHashMap<>();
    private final Deque<Next> next = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private String secret = SECRET;
    private String at = "2026-06-01T09:30:00.000000Z";

    PretendNotify() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "pretend notify");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String key() {
        return "redress-" + SERVICE + "-" + SECRET;
    }

    /** From now on no key is right, or the one that was. */
    void keyIsRight(boolean right) {
        secret = right ? SECRET : UUID.randomUUID().toString();
    }

    /** What it says it takes from now on it took at that moment. */
    void takesAt(Instant moment) {
        at = moment.toString();
    }

    void next(Next... what) {
        next.addAll(List.of(what));
    }

    /** What it has taken, in its order. */
    synchronized List<JsonNode> taken() {
        return List.copyOf(taken.values());
    }

    List<String> requests() {
        return requests;
    }

    /** What has become of all that it has taken. */
    synchronized void became(String status) {
        taken.values().forEach(one -> one.put("status", status));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            var body = exchange.getRequestBody().readAllBytes();
            if (!signed(exchange.getRequestHeaders().getFirst("Authorization"))) {
                error(exchange, 403, "AuthError", "Invalid token: signature, api token not found");
            } else if (exchange.getRequestMethod().equals("POST")) {
                take(exchange, path.substring(path.lastIndexOf('/') + 1), JSON.readTree(body));
            } else {
                tell(exchange, path);
            }
        }
    }

    private boolean signed(String header) {
        try {
            var parts = header.replaceFirst("^Bearer ", "").split("\\.");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var right = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
            var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return MessageDigest.isEqual(right, Base64.getUrlDecoder().decode(parts[2])) && claims.path("iss").asText().equals(SERVICE)
                    && Math.abs(Instant.now().getEpochSecond() - claims.path("iat").asLong()) <= MOST_SECONDS_APART;
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private void take(HttpExchange exchange, String type, JsonNode sent) throws IOException {
        var what = next.poll();
        if (what == Next.TOO_MANY) {
            error(exchange, 429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds");
        } else if (what == Next.FAULT) {
            error(exchange, 500, "Exception", "Internal server error");
        } else if (what == Next.SILENT) {
            await();
        } else if (type.equals("email") && (!sent.path("email_address").asText().contains("@") || !sent.path("template_id").asText().equals(TEMPLATE))) {
            error(exchange, 400, "ValidationError", "email_address Not a valid email address");
        } else if (type.equals("email") && FIELDS.stream().anyMatch(field -> !sent.path("personalisation").hasNonNull(field))) {
            error(exchange, 400, "BadRequestError", "Missing personalisation");
        } else if (type.equals("letter") && !new String(Base64.getDecoder().decode(sent.path("content").asText()), StandardCharsets.ISO_8859_1).startsWith("%PDF")) {
            error(exchange, 400, "BadRequestError", "Letter content is not a valid PDF");
        } else {
            var one = keep(type, sent);
            if (what == Next.TAKES_IT_AND_IS_GONE) {
                return;
            }
            answer(exchange, 201, one);
        }
    }

    private synchronized ObjectNode keep(String type, JsonNode sent) {
        var id = UUID.randomUUID().toString();
        var one = JSON.createObjectNode().put("id", id).put("reference", sent.path("reference").asText()).put("type", type).put("status", "created").put("created_at", at)
                .put("body", "…").put("subject", "…").put("uri", address() + "/v2/notifications/" + id).put("postage", sent.path("postage").asText("second")).put("is_cost_data_ready", true).put("cost_in_pounds", 0.0);
        one.putObject("content").put("subject", "…").put("body", "…").put("from_email", "council@notifications.service.gov.uk");
        one.putObject("template").put("id", TEMPLATE).put("version", 1).put("uri", address() + "/v2/template/" + TEMPLATE);
        one.putObject("cost_details");
        one.set("sent", sent);
        if (sent.hasNonNull("email_address")) {
            one.put("email_address", sent.get("email_address").asText());
        }
        taken.put(id, one);
        return one;
    }

    private synchronized void tell(HttpExchange exchange, String path) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.contains("reference=")) {
            var reference = query.replaceFirst(".*reference=([^&]*).*", "$1");
            var found = JSON.createObjectNode();
            var all = found.putArray("notifications");
            taken.values().stream().filter(one -> one.path("reference").asText().equals(reference)).forEach(all::add);
            found.putObject("links").put("current", address() + path);
            answer(exchange, 200, found);
        } else {
            var one = taken.get(path.substring(path.lastIndexOf('/') + 1));
            if (one == null) {
                error(exchange, 404, "NoResultFound", "No result found");
            } else {
                answer(exchange, 200, one);
            }
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void error(HttpExchange exchange, int code, String error, String message) throws IOException {
        var body = JSON.createObjectNode().put("status_code", code);
        body.putArray("errors").addObject().put("error", error).put("message", message);
        answer(exchange, code, body);
    }

    private static void answer(HttpExchange exchange, int code, JsonNode body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
