package org.redress.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A section of a page that says what somebody changes in models, tables and forms, and what the commands say of it. The changes stand in blocks of the kind diff: a line
 * {@code --- file}, then lines that go, with a minus, and the lines that come for them, with a plus; a new file has only the latter.
 */
public final class PageEdits {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern COUNTS = Pattern.compile("\\b(of|in|by) \\d+ (compared|files|rules)\\b");
    private static final String FILE = "--- ";

    private final Path page;
    private final String heading;

    public PageEdits(Path page, String heading) {
        this.page = page;
        this.heading = heading;
    }

    /** What goes in a file, and what comes for it. */
    private record Edit(String now, String then) {}

    /** Makes the changes in a folder, each in the one place where it belongs. */
    public void apply(Path folder) throws IOException {
        var edits = edits();
        assertThat(edits).as("changes in " + heading).isNotEmpty();
        for (var file : edits.entrySet()) {
            var path = folder.resolve(file.getKey());
            var text = Files.exists(path) ? Files.readString(path) : "";
            for (var edit : file.getValue()) {
                assertThat(text.split(Pattern.quote(edit.now()), -1)).as("%s, where it stands: %s", file.getKey(), edit.now()).hasSize(text.isEmpty() ? 1 : 2);
                text = text.isEmpty() ? edit.then() + "\n" : text.replace(edit.now(), edit.then());
            }
            Files.writeString(path, text);
        }
    }

    private Map<String, List<Edit>> edits() throws IOException {
        var edits = new LinkedHashMap<String, List<Edit>>();
        var blocks = BLOCK.matcher(section());
        while (blocks.find()) {
            if (blocks.group(1).equals("diff")) {
                read(blocks.group(2).lines().toList(), edits);
            }
        }
        return edits;
    }

    private static void read(List<String> lines, Map<String, List<Edit>> edits) {
        List<Edit> of = new ArrayList<>();
        var now = new ArrayList<String>();
        var then = new ArrayList<String>();
        for (int i = 0; i <= lines.size(); i++) {
            var line = i < lines.size() ? lines.get(i) : FILE;
            boolean next = line.startsWith(FILE) || line.startsWith("-") && !then.isEmpty();
            if (next && (!now.isEmpty() || !then.isEmpty())) {
                of.add(new Edit(String.join("\n", now), String.join("\n", then)));
                now.clear();
                then.clear();
            }
            if (line.startsWith(FILE) && i < lines.size()) {
                of = edits.computeIfAbsent(line.substring(FILE.length()), file -> new ArrayList<>());
            } else if (line.startsWith("-") && !line.startsWith(FILE)) {
                now.add(line.substring(1));
            } else if (line.startsWith("+")) {
                then.add(line.substring(1));
            }
        }
    }

    /** Whether the section says what a command prints. */
    public boolean names(String command) throws IOException {
        return section().contains("`" + command + "`");
    }

    /**
     * Compares what a command printed with the block below the line that names it, or writes it there where that is asked for. How many files and rules there are is
     * left out, so that the page does not change with every other one.
     */
    public void shows(String command, String output) throws IOException {
        var printed = COUNTS.matcher(output).replaceAll("$1 … $2").replaceAll("holds \\d+ forms, more than \\d+", "holds … forms, more than …");
        var section = section();
        int named = section.indexOf("`" + command);
        assertThat(named).as("%s names %s", heading, command).isNotNegative();
        var block = BLOCK.matcher(section);
        assertThat(block.find(named)).isTrue();
        var text = Files.readString(page);
        var made = section.substring(0, block.start(2)) + printed + section.substring(block.end(2));
        GeneratedPage.write(page, text.replace(section, made));

        assertThat(section().substring(block.start(2), section().indexOf("```", block.start(2)))).as(GeneratedPage.HOW).isEqualTo(printed);
    }

    /** The text of the only block of a kind, such as yaml. */
    public String block(String kind) throws IOException {
        var blocks = BLOCK.matcher(section()).results().filter(block -> block.group(1).equals(kind)).toList();
        assertThat(blocks).as("blocks " + kind + " of " + heading).hasSize(1);
        return blocks.get(0).group(2);
    }

    private String section() throws IOException {
        var text = Files.readString(page);
        int from = text.indexOf("\n" + heading + "\n");
        assertThat(from).as("the page has " + heading).isNotNegative();
        int to = text.indexOf("\n" + heading.replaceFirst(" .*", " "), from + heading.length() + 1);
        return text.substring(from + 1, to < 0 ? text.length() : to + 1);
    }
}
