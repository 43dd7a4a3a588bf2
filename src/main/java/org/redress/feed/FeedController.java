package org.redress.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.redress.deadline.OwnDeadlines;
import org.redress.deadline.OwnDeadlines.Owed;
import org.redress.identity.Accounts;
import org.redress.identity.Services;
import org.redress.identity.Throttle;
import org.redress.identity.Throttles;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives a calendar program the deadlines of whoever made the address; unknown, ended and revoked addresses are answered alike. */
@Controller
@ConditionalOnWebApplication
class FeedController {
    /** Of the request, for the server's log of requests: an address that is a secret is not written there (server.tomcat.accesslog.condition-unless). */
    static final String NOT_LOGGED = "redress.path-not-logged";
    private static final MediaType CALENDAR = MediaType.valueOf("text/calendar;charset=UTF-8");
    private static final MediaType PLAIN = MediaType.valueOf("text/plain;charset=UTF-8");
    private static final int MOST = 1000;
    private static final int SOME = 20;
    private static final Duration EACH = Duration.ofSeconds(30);

    private final Feeds feeds;
    private final Accounts accounts;
    private final Services services;
    private final OwnDeadlines deadlines;
    private final Clock clock;
    private final Throttle fetches;
    private final Throttle guesses;

    FeedController(Feeds feeds, Accounts accounts, Services services, OwnDeadlines deadlines, Throttles throttles, Clock clock) {
        this.feeds = feeds;
        this.accounts = accounts;
        this.services = services;
        this.deadlines = deadlines;
        this.clock = clock;
        this.fetches = throttles.named("feeds", SOME, EACH);
        this.guesses = throttles.named("feeds of strangers", SOME, EACH);
    }

    @GetMapping("/redress/feeds/{token}.ics")
    ResponseEntity<String> read(HttpServletRequest request, @PathVariable String token) {
        request.setAttribute(NOT_LOGGED, true);
        var feed = feeds.enabled() ? feeds.find(token) : Optional.<Feeds.Feed>empty();
        var wait = feed.map(good -> fetches.take(String.valueOf(good.id()))).orElseGet(() -> guesses.take(request.getRemoteAddr()));
        if (wait.isPresent()) {
            return ResponseEntity.status(429).header("Retry-After", String.valueOf(wait.get().toSeconds() + 1)).contentType(PLAIN).body("This was too often in a short time. Try again later.\n");
        }
        var account = feed.flatMap(good -> accounts.find(good.person()));
        if (account.isEmpty()) {
            return ResponseEntity.status(404).header("Cache-Control", "no-store").contentType(PLAIN).body("There is no calendar under this address, or its time is over.\n");
        }
        var owed = of(account.get());
        var tag = "W/\"" + digest(owed) + "\"";
        if (tag.equals(request.getHeader("If-None-Match"))) {
            return ResponseEntity.status(304).eTag(tag).header("Cache-Control", "private, no-cache").build();
        }
        return ResponseEntity.ok().eTag(tag).header("Cache-Control", "private, no-cache").header("Content-Disposition", "attachment; filename=\"redress.ics\"").contentType(CALENDAR)
                .body(FeedCalendar.of(owed, clock.instant()));
    }

    private List<Owed> of(Accounts.Account account) {
        var owed = new ArrayList<Owed>();
        account.councils().forEach(council -> owed.addAll(deadlines.of(account.id(), council, services.own(account.id(), council), MOST)));
        owed.sort(Comparator.comparing(Owed::dueOn).thenComparing(Owed::id));
        return owed.subList(0, Math.min(MOST, owed.size()));
    }

    private static String digest(List<Owed> owed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(owed.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
