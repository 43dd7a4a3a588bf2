package org.redress.access;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser in words, as its owner would call it. What it says of itself may be anything: a few words of ours are kept, and nothing of it. */
final class BrowserName {
    /** In this order: many say that they are one of those below as well. */
    private static final List<Entry<String, String>> PROGRAMS = List.of(entry("Edg", "Edge"), entry("OPR/", "Opera"), entry("Firefox/", "Firefox"),
            entry("Chrome/", "Chrome"), entry("Safari/", "Safari"));
    private static final List<Entry<String, String>> SYSTEMS = List.of(entry("Windows", "Windows"), entry("Android", "Android"), entry("iPhone", "an iPhone"),
            entry("iPad", "an iPad"), entry("CrOS", "ChromeOS"), entry("Mac OS X", "a Mac"), entry("Linux", "Linux"));

    private BrowserName() {}

    static String of(@Nullable String agent) {
        var said = agent == null ? "" : agent;
        return word(PROGRAMS, said).orElse("Another program") + word(SYSTEMS, said).map(system -> " on " + system).orElse("");
    }

    private static Optional<String> word(List<Entry<String, String>> words, String said) {
        return words.stream().filter(word -> said.contains(word.getKey())).map(Entry::getValue).findFirst();
    }
}
