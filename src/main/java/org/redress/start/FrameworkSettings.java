package org.redress.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The settings that Spring, Camunda and the other libraries have, as their own lists for editors name them. */
final class FrameworkSettings {
    private static final List<String> LISTS = List.of("classpath*:META-INF/spring-configuration-metadata.json", "classpath*:META-INF/additional-spring-configuration-metadata.json");
    private static final Pattern NAMED = Pattern.compile("\"name\":\\s*\"([^\"]+)\"(?:,\\s*\"type\":\\s*\"([^\"]+)\")?");
    /** Behind such a one stands a name that somebody chose. */
    private static final Pattern WITH_NAMES = Pattern.compile(".*\\b(Map|Properties)(<.*|$)");

    private final Set<String> names = new TreeSet<>();
    private final List<String> beginnings = new ArrayList<>();

    private FrameworkSettings() {}

    static FrameworkSettings read() {
        var all = new FrameworkSettings();
        try {
            for (var list : LISTS) {
                for (var resource : new PathMatchingResourcePatternResolver().getResources(list)) {
                    var found = NAMED.matcher(settings(resource.getContentAsString(StandardCharsets.UTF_8)));
                    while (found.find()) {
                        all.names.add(found.group(1));
                        all.beginnings.add(SettingNames.plain(found.group(1)) + "[");
                        if (found.group(2) != null && WITH_NAMES.matcher(found.group(2)).matches()) {
                            all.beginnings.add(SettingNames.plain(found.group(1)) + ".");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Before them stand groups, behind them hints. */
    private static String settings(String list) {
        int from = list.indexOf("\"properties\":");
        int to = list.indexOf("\"hints\":", from);
        return from < 0 ? "" : list.substring(from, to < 0 ? list.length() : to);
    }

    /** Whether one of them is called so, or stands in one that holds several. */
    boolean has(String name) {
        var plain = SettingNames.plain(name);
        return names.stream().anyMatch(known -> SettingNames.plain(known).equals(plain)) || beginnings.stream().anyMatch(plain::startsWith);
    }

    Set<String> names() {
        return names;
    }
}
