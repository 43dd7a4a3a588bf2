package org.redress.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.testing.Answers;

/**
 * People who start complaints and acknowledge them without end, in browsers, at nodes that may be gone at any moment. Who gets no answer sends the same again. What was answered with success is
 * remembered, to be looked for afterwards.
 */
final class Load {
    private static final int WEEKS_AGO = 5;

    private final List<Integer> ports;
    private final List<Thread> people = new ArrayList<>();
    private final Map<String, String> started = new ConcurrentHashMap<>();
    private final Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean goesOn = true;

    Load(List<Integer> ports, int people) {
        this.ports = ports;
        for (int i = 0; i < people; i++) {
            int person = i;
            var thread = new Thread(() -> work(person), "person-" + i);
            thread.setDaemon(true);
            this.people.add(thread);
            thread.start();
        }
    }

    /** What was found afterwards. */
    record Found(int started, int acknowledged, int lost, int doubled, Map<Integer, Integer> statuses, long longestMillis) {
        int faults() {
            return statuses.getOrDefault(500, 0);
        }
    }

    int done() {
        return started.size() + acknowledged.size();
    }

    private void work(int person) {
        var browsers = new HashMap<Integer, Browser>();
        for (int turn = person; goesOn; turn++) {
            try {
                var text = "Fault " + UUID.randomUUID();
                var reference = start(browsers, turn, text);
                if (reference != null) {
                    acknowledge(browsers, turn, reference);
                }
            } catch (RuntimeException | AssertionError e) {
                // nobody is there to sign in at
                pause();
            }
        }
    }

    private Browser browser(Map<Integer, Browser> browsers, int turn) {
        return browsers.computeIfAbsent(ports.get(turn % ports.size()), port -> new Browsers(port).signedIn("kent-officer"));
    }

    private @Nullable String start(Map<Integer, Browser> browsers, int turn, String text) {
        var answers = new HashMap<>(Answers.complaint(LocalDate.now().minusWeeks(WEEKS_AGO), Map.of("complaintText", text, "complainant", "Person " + text.hashCode())));
        answers.put("submissionKey", UUID.randomUUID().toString());
        var codes = new TreeSet<String>();
        for (int attempt = turn; goesOn; attempt++) {
            int now = attempt;
            var answer = asked(() -> browser(browsers, now).answer("/process-definition/key/complaint/submit-form", answers));
            if (answer != null && answer.statusCode() == 200) {
                var reference = Browsers.json(answer).path("businessKey").asText();
                started.put(reference, text);
                return reference;
            }
            if (answer != null && answer.statusCode() == 400 && codes.addAll(Browsers.json(answer).path("askedBack").findValuesAsText("code"))) {
                answers.put("confirmed", String.join(",", codes));
            } else {
                pause();
            }
        }
        return null;
    }

    private void acknowledge(Map<Integer, Browser> browsers, int turn, String reference) {
        for (int attempt = turn; goesOn; attempt++) {
            int now = attempt;
            var found = asked(() -> browser(browsers, now).post("/task", Map.of("processInstanceBusinessKey", reference, "name", "Acknowledge complaint")));
            var task = found == null || found.statusCode() != 200 ? null : Browsers.json(found);
            if (task != null && task.isEmpty()) {
                // it was done, and the answer was lost
                return;
            }
            var answer = task == null ? null : asked(() -> browser(browsers, now).answer("/task/" + id(task) + "/submit-form", Answers.acknowledge(LocalDate.now())));
            if (answer != null && answer.statusCode() < 300) {
                acknowledged.put(reference, true);
                return;
            }
            pause();
        }
    }

    private static String id(JsonNode tasks) {
        return tasks.path(0).path("id").asText();
    }

    private @Nullable HttpResponse<String> asked(Supplier<HttpResponse<String>> request) {
        long begun = System.nanoTime();
        try {
            var answer = request.get();
            statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger()).incrementAndGet();
            longest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), Math::max);
            return answer;
        } catch (UncheckedIOException e) {
            statuses.computeIfAbsent(0, status -> new AtomicInteger()).incrementAndGet();
            return null;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void end() throws InterruptedException {
        goesOn = false;
        for (var person : people) {
            person.join(TimeUnit.MINUTES.toMillis(2));
        }
    }

    /** What is there of what was answered with success, and what is there twice. */
    Found found(Connection database) throws SQLException {
        int lost = 0;
        int doubled = 0;
        try (var row = database.prepareStatement("select count(*) from complaint where reference = ?");
                var line = database.prepareStatement("select count(*) from chronology where what = 'Acknowledge complaint' and complaint_id = (select id from complaint where reference = ?)")) {
            for (var reference : started.keySet()) {
                lost += count(row, reference) == 0 ? 1 : 0;
                int lines = count(line, reference);
                lost += lines == 0 && acknowledged.containsKey(reference) ? 1 : 0;
                doubled += Math.max(0, lines - 1);
            }
        }
        try (var same = database.createStatement(); var rows = same.executeQuery("select count(*) - count(distinct cast(complained_of as varchar(100))) from complaint where complained_of like 'Fault %'")) {
            rows.next();
            doubled += rows.getInt(1);
        }
        var counts = new TreeMap<Integer, Integer>();
        statuses.forEach((status, times) -> counts.put(status, times.get()));
        return new Found(started.size(), acknowledged.size(), lost, doubled, counts, longest.get());
    }

    private static int count(PreparedStatement asked, String reference) throws SQLException {
        asked.setString(1, reference);
        try (var rows = asked.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
