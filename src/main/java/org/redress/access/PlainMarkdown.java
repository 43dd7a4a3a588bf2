package org.redress.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** What our own documents use of Markdown, as HTML: headings, paragraphs, lists, tables, code, links to pages of others. Everything else stays text. */
final class PlainMarkdown {
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\(([^)]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private PlainMarkdown() {}

    static String html(String document) {
        var blocks = Stream.of(document.replace("\r", "").strip().split("\n{2,}")).map(block -> List.of(block.split("\n"))).toList();
        var html = new StringBuilder();
        var heading = "";
        for (var block : blocks) {
            var first = block.get(0);
            if (first.startsWith("#")) {
                int level = first.indexOf(' ');
                heading = first.substring(level + 1);
                html.append("<h").append(level).append('>').append(inline(heading)).append("</h").append(level).append(">\n");
            } else if (first.startsWith("|")) {
                html.append(table(heading, block));
            } else if (first.startsWith("- ")) {
                html.append("<ul>\n").append(items(block).stream().map(item -> "<li>" + inline(item) + "</li>\n").collect(Collectors.joining())).append("</ul>\n");
            } else {
                html.append("<p>").append(inline(String.join(" ", block))).append("</p>\n");
            }
        }
        return html.toString();
    }

    /** Lines that do not begin an item go on with the one before. */
    private static List<String> items(List<String> lines) {
        var items = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith("- ")) {
                items.add(line.substring(2));
            } else {
                items.add(items.remove(items.size() - 1) + " " + line.strip());
            }
        }
        return items;
    }

    private static String table(String caption, List<String> lines) {
        var rows = lines.stream().filter(line -> !line.matches("[|: -]+")).map(PlainMarkdown::cells).toList();
        return Pages.scrolling(caption, "<thead><tr>" + rows.get(0).stream().map(head -> "<th scope=\"col\">" + head + "</th>").collect(Collectors.joining()) + "</tr></thead>\n<tbody>\n"
                + rows.stream().skip(1).map(row -> "<tr>" + row.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining()) + "</tr>\n").collect(Collectors.joining()) + "</tbody>\n");
    }

    private static List<String> cells(String line) {
        return Stream.of(line.strip().replaceAll("^\\||\\|$", "").split("\\|")).map(cell -> inline(cell.strip())).toList();
    }

    /** A link to another document of the project is its words: it is no page of the product. */
    private static String inline(String text) {
        var escaped = HtmlUtils.htmlEscape(text);
        var linked = LINK.matcher(escaped).replaceAll(found -> found.group(2).startsWith("https://") ? "<a href=\"$2\">$1</a>" : "$1");
        return CODE.matcher(linked).replaceAll("<code>$1</code>");
    }
}
