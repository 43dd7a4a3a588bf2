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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.api.Browsers;
import org.redress.api.Browsers.Browser;
import org.redress.testing.Answers;

/**
 * People who start complaints and acknowledge them without end, each in one browser, at nodes that may be gone at any moment. What they send goes to one node after the other, as with a balancer that
 * knows no sessions. Who gets no answer sends the same again. What was answered with success is remembered, to be looked for afterwards.
 */
final class Load {
    /** So long ago that all is overdue. */
    static final int LONG_AGO = 35;
    private static final String OFFICER = "kent-officer";
    private static final String START = "/process-definition/key/complaint/submit-form";

    private final List<Integer> ports;
    private final int daysAgo;
    private final List<Thread> people = new ArrayList<>();
    private final Map<String, String> started = new ConcurrentHashMap<>();
    private final Map<String, Boolean> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    /** What was said with each status that is no success, the first time. */
    private final Map<Integer, String> said = new ConcurrentHashMap<>();
    private final AtomicInteger signedOut = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private volatile boolean goesOn = true;

    /**
     * @param daysAgo when their complaints came
     */
    Load(List<Integer> ports, int people, int daysAgo) {
        this.ports = ports;
        this.daysAgo = daysAgo;
        for (int i = 0; i < people; i++) {
            var person = new Person(i);
            var thread = new Thread(person::work, "person-" + i);
            thread.setDaemon(true);
            this.people.add(thread);
            thread.start();
        }
    }

    int done() {
        return started.size() + acknowledged.size();
    }

    /** The numbers of the complaints that were begun. */
    List<String> references() {
        return List.copyOf(started.keySet());
    }

    /** The longest that somebody waited for one answer, or for none. */
    double longestSeconds() {
        return longest.get() / 1000.0;
    }

    private static Map<String, Object> complaint(String text, int daysAgo) {
        var answers = new HashMap<>(Answers.complaint(LocalDate.now().minusDays(daysAgo), Map.of("complaintText", text, "complainant", "Person " + text.hashCode())));
        answers.put("submissionKey", UUID.randomUUID().toString());
        return answers;
    }

    /** One complaint that came long ago, which nobody works on; whether it was taken. */
    static boolean leaveOne(int port) {
        return new Browsers(port).signedIn(OFFICER).answer(START, complaint("Fault " + UUID.randomUUID(), LONG_AGO)).statusCode() == 200;
    }

    private final class Person {
        private int turn;
        private @Nullable Browser browser;

        Person(int number) {
            turn = number;
        }

        private int nextNode() {
            return ports.get(Math.floorMod(turn++, ports.size()));
        }

        private void work() {
            while (goesOn) {
                try {
                    var reference = start();
                    if (reference != null) {
                        acknowledge(reference);
                    }
                } catch (RuntimeException | AssertionError e) {
                    // nobody is there to sign in at
                    pause();
                }
            }
        }

        private @Nullable String start() {
            var text = "Fault " + UUID.randomUUID();
            var answers = complaint(text, daysAgo);
            var codes = new TreeSet<String>();
            while (goesOn) {
                var answer = asked(at -> at.answer(START, answers));
                if (answer != null && answer.statusCode() == 200) {
                    var reference = Browsers.json(answer).path("businessKey").asText();
                    started.put(reference, text);
                    return reference;
                }
                if (!isConfirmed(answer, codes, answers)) {
                    pause();
                }
            }
            return null;
        }

        private void acknowledge(String reference) {
            var answers = new HashMap<>(Answers.acknowledge(LocalDate.now().minusDays(1)));
            var codes = new TreeSet<String>();
            while (goesOn) {
                var found = asked(at -> at.post("/task", Map.of("processInstanceBusinessKey", reference, "name", "Acknowledge complaint")));
                var task = found == null || found.statusCode() != 200 ? null : Browsers.json(found);
                if (task != null && task.isEmpty()) {
                    // it was done, and the answer was lost
                    return;
                }
                var answer = task == null ? null : asked(at -> at.answer("/task/" + id(task) + "/submit-form", answers));
                if (answer != null && answer.statusCode() < 300) {
                    acknowledged.put(reference, true);
                    return;
                }
                if (!isConfirmed(answer, codes, answers)) {
                    pause();
                }
            }
        }

        /** What is asked back is confirmed with the next try, such as the letter that is read before it goes. */
        private static boolean isConfirmed(@Nullable HttpResponse<String> answer, Set<String> codes, Map<String, Object> answers) {
            boolean asked = answer != null && answer.statusCode() == 400 && codes.addAll(Browsers.json(answer).path("askedBack").findValuesAsText("code"));
            if (asked) {
                answers.put("confirmed", String.join(",", codes));
            }
            return asked;
        }

        /** Who gets no answer at one node asks the next, once each, as a balancer does that has not noticed yet. */
        private @Nullable HttpResponse<String> asked(Function<Browser, HttpResponse<String>> request) {
            for (int node = 0; node < ports.size(); node++) {
                var answer = askedAt(nextNode(), request);
                if (answer != null) {
                    return answer;
                }
            }
            return null;
        }

        private @Nullable HttpResponse<String> askedAt(int port, Function<Browser, HttpResponse<String>> request) {
            if (browser == null) {
                browser = new Browsers(port).signedIn(OFFICER);
            }
            long begun = System.nanoTime();
            try {
                var answer = request.apply(browser.at(port));
                statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger()).incrementAndGet();
                if (answer.statusCode() >= 500) {
                    said.putIfAbsent(answer.statusCode(), answer.request().uri().getPath().replaceAll("[0-9a-f-]{20,}", "…") + ": " + answer.body().replaceAll("\\s+", " ").replace("|", "/"));
                }
                if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                    signedOut.incrementAndGet();
                    browser = null;
                }
                return answer;
            } catch (UncheckedIOException e) {
                statuses.computeIfAbsent(0, status -> new AtomicInteger()).incrementAndGet();
                return null;
            } finally {
                longest.accumulateAndGet(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), Math::max);
            }
        }
    }

    private static String id(JsonNode tasks) {
        return tasks.path(0).path("id").asText();
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

    /** What of that which was answered with success is there, and what is there twice; how people were answered, and whether somebody had to sign in again. */
    void look(Row row, Connection database) throws SQLException {
        int lost = 0;
        int doubled = 0;
        try (var found = database.prepareStatement("select count(*) from complaint where reference = ?");
                var line = database.prepareStatement("select count(*) from chronology where what = 'Acknowledge complaint' and complaint_id = (select id from complaint where reference = ?)")) {
            for (var reference : started.keySet()) {
                lost += count(found, reference) == 0 ? 1 : 0;
                int lines = count(line, reference);
                lost += lines == 0 && acknowledged.containsKey(reference) ? 1 : 0;
                doubled += Math.max(0, lines - 1);
            }
        }
        doubled += Lab.number(database, "select count(*) - count(distinct cast(complained_of as varchar(100))) from complaint where complained_of like 'Fault %'");
        doubled += Lab.number(database, "select count(*) from (select complaint_id, what, detail from chronology where what like 'Overdue%' group by complaint_id, what, detail having count(*) > 1) twice");
        row.saw("%d starts and %d steps answered with success", started.size(), acknowledged.size()).none(lost, "lost").none(doubled, "doubled")
                .none(statuses.getOrDefault(500, new AtomicInteger()).get(), "answered 500").none(signedOut.get(), "signed out").saw("longest wait %.1f s", longestSeconds());
        var others = new TreeMap<>(statuses).entrySet().stream().filter(entry -> entry.getKey() == 0 || entry.getKey() > 403 && entry.getKey() != 500)
                .map(entry -> entry.getValue() + " times " + (entry.getKey() == 0 ? "no answer" : String.valueOf(entry.getKey()))).collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            row.saw("%s", others);
        }
        said.forEach((status, words) -> row.saw("%d at first: %s", status, words.substring(0, Math.min(300, words.length()))));
    }

    private static int count(PreparedStatement asked, String reference) throws SQLException {
        asked.setString(1, reference);
        try (var rows = asked.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
