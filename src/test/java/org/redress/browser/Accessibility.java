package org.redress.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks with axe at what a page shows (WCAG 2.2, A and AA, and what is good practice beside), and at pages of ours also in a narrow window and with large text. It keeps
 * account of what it has looked at, so that a test can say what was passed over.
 */
final class Accessibility {
    private static final List<String> CRITERIA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> WITH_GOOD_PRACTICE = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** What we add to the webapps; the card of a task is theirs, with a class of ours on it. */
    private static final String OURS = "[class^='redress-']:not(.task-card), [class*=' redress-']:not(.task-card)";

    /** 1280 pixels at 400 % (WCAG 1.4.10). */
    private static final int NARROW = 320;

    private static final String AXE = """
            ([include, tags]) => {
              const context = include === '' ? document : { include: [...document.querySelectorAll(include)].filter((one) => !one.parentElement.closest(include)) };
              return axe.run(context, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
                .then(({ violations }) => violations.flatMap(({ id, impact, nodes }) =>
                  nodes.map(({ target, html, any, all, none }) => [id, impact ?? '', target.join(' '), html.slice(0, 200), ([...any, ...all, ...none][0] ?? {}).message ?? ''])));
            }""";

    /** Our parts in a webapp, by the names of their classes and ids. */
    private static final String PARTS = """
            (include) => [...document.querySelectorAll(include)].flatMap((part) => [part, ...part.querySelectorAll('*')])
              .flatMap((part) => [...part.classList, part.id]).filter((name) => name.startsWith('redress-'))""";

    /** What makes a page scroll sideways, beside what scrolls in a place of its own. */
    private static final String STICKS_OUT = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? [] : [document.documentElement.scrollWidth + ' of ' + window.innerWidth + ' pixels: '
              + [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !one.parentElement.closest('[tabindex="0"]'))
                .map((one) => one.tagName.toLowerCase() + '.' + one.getAttribute('class')).slice(0, 4).join(', ')]""";

    private final List<String> faults = new ArrayList<>();
    private final Map<String, Map<String, Integer>> stock = new LinkedHashMap<>();
    private final Map<Page, List<Visit>> opened = new HashMap<>();
    private final List<Visit> visits = new ArrayList<>();
    private final TreeSet<String> parts = new TreeSet<>();

    /** An answer that a person got to see as a page. */
    record Visit(String method, String path, int status) {}

    /** Keeps account of what a page shows from now on. */
    Page follow(Page page) {
        opened.put(page, new ArrayList<>());
        page.onResponse(answer -> {
            if (answer.request().isNavigationRequest()) {
                opened.get(page).add(new Visit(answer.request().method(), path(answer.url()), answer.status()));
            }
        });
        return page;
    }

    private static String path(String address) {
        return address.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    /** Looks at a page that is ours from top to bottom. */
    void ours(Page page, String state) {
        visits.addAll(opened.get(page));
        opened.get(page).clear();
        run(page, "", WITH_GOOD_PRACTICE).forEach(found -> faults.add(state + ", " + path(page.url()) + ": " + String.join(" | ", found)));
        var before = page.viewportSize();
        page.setViewportSize(NARROW, before.height);
        fits(page, state + " at 400 %");
        page.setViewportSize(before.width, before.height);
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        fits(page, state + " with text of 200 %");
        page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
    }

    private void fits(Page page, String state) {
        ((List<?>) page.evaluate(STICKS_OUT)).forEach(out -> faults.add(state + ", " + path(page.url()) + ": sticks out, " + out));
    }

    /** Looks at our parts of a webapp's page. */
    void parts(Page page, String state) {
        ((List<?>) page.evaluate(PARTS, OURS)).forEach(part -> parts.add((String) part));
        run(page, OURS, WITH_GOOD_PRACTICE).forEach(found -> faults.add(state + ": " + String.join(" | ", found)));
    }

    /** Looks at a form of ours as Tasklist draws it; what is not serious is of its library. */
    void form(Page page, String state) {
        run(page, ".fjs-container", CRITERIA).stream().filter(found -> SERIOUS.contains(found.get(1))).forEach(found -> faults.add(state + ": " + String.join(" | ", found)));
    }

    /** Looks at the whole page of a webapp, to know what the stock webapps do not meet; fails nothing. */
    void stock(Page page, String which) {
        var counts = stock.computeIfAbsent(which, first -> new TreeMap<>());
        run(page, "", CRITERIA).forEach(found -> counts.merge(found.get(0) + " | " + found.get(1), 1, Integer::sum));
    }

    private static List<List<String>> run(Page page, String include, List<String> tags) {
        page.evaluate(AxeBuilder.getAxeScript());
        var found = (List<?>) page.evaluate(AXE, List.of(include, tags));
        return found.stream().map(one -> ((List<?>) one).stream().map(String::valueOf).toList()).toList();
    }

    /** What is wrong with ours. */
    List<String> faults() {
        return faults;
    }

    /** The names of our parts of the webapps that were looked at. */
    TreeSet<String> partsLookedAt() {
        return parts;
    }

    /** The pages that were looked at. */
    List<Visit> visits() {
        return visits;
    }

    /** What the stock webapps do not meet, as rows of a table. */
    List<String> stockRows() {
        return stock.entrySet().stream().flatMap(page -> page.getValue().entrySet().stream().map(found -> "| " + page.getKey() + " | " + found.getKey() + " | " + found.getValue() + " |"))
                .collect(Collectors.toList());
    }
}
