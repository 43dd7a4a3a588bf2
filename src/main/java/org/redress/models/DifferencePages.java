package org.redress.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.models.Difference.Change;
import org.redress.models.Difference.Kind;
import org.redress.models.ModelPicture.Mark;
import org.springframework.web.util.HtmlUtils;

/**
 * Pages that show what differs: a model as a picture with what differs marked, a table with its rows, a form with its fields. A page is one file without a script, opens from a
 * folder and prints; it says to the browser that nothing else may be loaded or run, whatever stands in a model.
 */
final class DifferencePages {
    private static final String INDEX = "index.html";

    /** How each page begins, by which it is known again. */
    private static final String HEAD = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"redress compare\">\n";

    private static final String STYLE = """
            :root { --new: #146c2e; --gone: #a1160a; --changed: #7a4a00; --moved: #0b4f9c; }
            body { font: 1rem/1.45 Arial, sans-serif; margin: 1.5rem; color: #1a1a1a; background: #fff; }
            h1 { margin: 0; font-size: 1.6rem; }
            h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; }
            .from { margin: .25rem 0 1rem; color: #444; overflow-wrap: anywhere; }
            a { color: #0b4f9c; }
            a:focus-visible, .scroll:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid #0b4f9c; outline-offset: 2px; }
            .legend { display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; list-style: none; padding: 0; margin: .5rem 0; }
            .sign { display: inline-block; min-width: 1.4rem; padding: 0 .3rem; border-radius: 4px; color: #fff; font-weight: bold; text-align: center; }
            .sign.new { background: var(--new); } .sign.gone { background: var(--gone); } .sign.changed { background: var(--changed); } .sign.moved { background: var(--moved); }
            .scroll { overflow: auto; max-height: 75vh; border: 1px solid #767676; background: #fff; }
            .whole:checked ~ .scroll svg { width: 100%; height: auto; }
            svg text { font: 12px Arial, sans-serif; text-anchor: middle; fill: #1a1a1a; stroke: none; }
            svg text.small { font-size: 11px; }
            svg g { stroke: #333; }
            svg .plain, svg .dotted, svg rect.thick, svg circle.thick { fill: #fff; stroke-width: 1.5; }
            svg rect.thick, svg circle.thick { stroke-width: 3.5; } svg .dashed { stroke-dasharray: 5 3; } svg .dotted { stroke-dasharray: 2 3; stroke-width: 2; }
            svg .line { fill: none; stroke-width: 1.5; } svg .line.thick { stroke-width: 3; } svg .full { fill: #333; } svg .light { stroke: #fff; } svg .cog { stroke-dasharray: 3 1.7; stroke-width: 3; }
            svg g.new > * { stroke: var(--new); stroke-width: 3; } svg g.new > .plain, svg g.new > .dotted, svg g.new > rect.thick { fill: #e6f6ea; } svg g.new > .full { fill: var(--new); }
            svg g.changed > * { stroke: var(--changed); stroke-width: 3; } svg g.changed > .plain, svg g.changed > .dotted, svg g.changed > rect.thick { fill: #fff2d6; } svg g.changed > .full { fill: var(--changed); }
            svg g.gone > * { stroke: var(--gone); stroke-width: 2.5; stroke-dasharray: 7 4; } svg g.gone > .plain, svg g.gone > .dotted, svg g.gone > rect.thick { fill: #fdecea; } svg g.gone > .full { fill: var(--gone); }
            svg g > .line { fill: none !important; } svg g > text { stroke: none !important; }
            svg g.gone:not(.badge) > text { text-decoration: line-through; }
            svg .badge rect { stroke: #fff; stroke-width: 1.5; stroke-dasharray: none; } svg .badge text { font-weight: bold; fill: #fff; }
            svg .badge.new rect { fill: var(--new); } svg .badge.gone rect { fill: var(--gone); } svg .badge.changed rect { fill: var(--changed); }
            svg g:target { filter: drop-shadow(0 0 5px #0b4f9c) drop-shadow(0 0 2px #0b4f9c); } li:target, tr:target { outline: 3px solid #0b4f9c; outline-offset: 2px; } tr { scroll-margin-top: 6rem; }
            ol.said { padding-left: 0; list-style: none; }
            ol.said > li { margin: .6rem 0; overflow-wrap: anywhere; }
            ol.said dl { margin: .2rem 0 0 2.2rem; }
            ol.said dt { font-weight: bold; float: left; clear: left; margin-right: .5rem; }
            ol.said dt::after { content: ":"; }
            ol.said dd { margin: 0 0 .15rem; overflow-wrap: anywhere; white-space: pre-wrap; }
            del { color: var(--gone); } ins { color: var(--new); text-decoration: underline; }
            code { font-size: .85rem; color: #444; overflow-wrap: anywhere; }
            table { border-collapse: collapse; font-size: .85rem; width: max-content; }
            th, td { border: 1px solid #999; padding: .25rem .45rem; text-align: left; vertical-align: top; min-width: 5rem; max-width: 24rem; overflow-wrap: break-word; }
            thead th { background: #eee; position: sticky; top: 0; }
            tr.new td, tr.new th { background: #e6f6ea; } tr.gone td, tr.gone th { background: #fdecea; text-decoration: line-through; } tr.changed th, td.changed { background: #fff2d6; } tr.moved th { background: #e3eefb; }
            tr.gone .sign { text-decoration: none; display: inline-block; }
            @media print {
              @page { size: A4 landscape; margin: 10mm; }
              body { margin: 0; font-size: 11px; }
              .scroll { overflow: visible; max-height: none; border: 0; }
              .scroll svg { width: 100%; height: auto; max-height: 180mm; }
              .screen { display: none; }
              table { font-size: 7px; width: 100%; } th, td { min-width: 0; padding: 1px 2px; }
              ol.said > li, tr { break-inside: avoid; }
              .sign, svg *, tr, td, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """;
    private static final Map<Kind, String> SIGNS = Map.of(Kind.NEW, "+", Kind.GONE, "−", Kind.CHANGED, "~", Kind.MOVED, "↕");
    private static final String MARKED = "marked-";

    private final String before;
    private final String after;

    /** For two folders of these names. */
    DifferencePages(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Writes a page for each file that differs, and one that lists them, in place of the pages of an earlier comparison.
     *
     * @param folder one that is new, empty, or holds nothing but such pages
     * @return the one that lists them
     * @throws IOException if the folder holds anything else, with which nothing is done then, or cannot be written
     */
    Path write(FolderDifferences folders, Path folder) throws IOException {
        empty(folder);
        var list = new StringBuilder("<h1>What would change</h1>\n" + from(""));
        var taken = new HashSet<>(Set.of(INDEX));
        list.append("<ul>\n");
        for (var file : folders.files().stream().filter(one -> one.kind().counts()).toList()) {
            var name = fileName(file.name(), taken);
            Files.writeString(folder.resolve(name), page(file), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            list.append("<li><a href=\"").append(name).append("\">").append(text(DifferenceText.heading(file))).append("</a>: ").append(count(file)).append("</li>\n");
        }
        list.append("</ul>\n");
        folders.files().stream().filter(file -> !file.kind().counts()).map(file -> text(file.name())).reduce((one, other) -> one + ", " + other)
                .ifPresent(quiet -> list.append("<p>Only drawn or written differently: ").append(quiet).append(".</p>\n"));
        var index = folder.resolve(INDEX);
        Files.writeString(index, html("What would change", list.toString()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return index;
    }

    /** What somebody else put there is not lost, and no link leads a page elsewhere. */
    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> found;
        try (var all = Files.list(folder)) {
            found = all.sorted().toList();
        }
        for (var file : found) {
            if (!ours(file)) {
                throw new IOException("it holds " + DifferenceText.oneLine(String.valueOf(file.getFileName())) + ", which is no page of a comparison; name a new folder.");
            }
        }
        for (var file : found) {
            Files.delete(file);
        }
    }

    private static boolean ours(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        var start = HEAD.getBytes(StandardCharsets.UTF_8);
        try (var page = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Arrays.equals(page.readNBytes(start.length), start);
        }
    }

    private static String count(FileDifferences file) {
        return file.counting().collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting())).entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey().word()).collect(Collectors.joining(", "));
    }

    /** A name for a page that no folder takes for anything but a file in it. */
    private static String fileName(String name, Set<String> taken) {
        var plain = name.replaceFirst("^[^/]*/", "").replaceAll("[^A-Za-z0-9.-]", "_").replaceFirst("^[.-]+", "_");
        var page = plain + ".html";
        // a disk may take capital and small letters for the same
        for (int i = 2; !taken.add(page.toLowerCase(Locale.ROOT)); i++) {
            page = plain + "-" + i + ".html";
        }
        return page;
    }

    /** The page of one file. */
    String page(FileDifferences file) {
        var differences = file.counting().toList();
        var body = new StringBuilder("<h1>" + text(file.title()) + "</h1>\n" + from(DifferenceText.heading(file)));
        body.append("<ul class=\"legend\">\n").append(legend(differences)).append("</ul>\n");
        if (file.drawn().before() != null || file.drawn().after() != null) {
            body.append(pictures(file, differences));
        }
        body.append("<h2>What differs</h2>\n<ol class=\"said\">\n");
        for (int i = 0; i < differences.size(); i++) {
            body.append(said(differences.get(i), i + 1, file.tables().isEmpty() && file.drawn().after() != null));
        }
        body.append("</ol>\n");
        file.tables().forEach(table -> body.append(table(table, differences)));
        return html(file.title(), body.toString());
    }

    private String from(String file) {
        return "<p class=\"from\">" + (file.isEmpty() ? "" : text(file) + "<br>") + "From <b>" + text(before) + "</b> to <b>" + text(after) + "</b></p>\n";
    }

    private static String legend(List<Difference> differences) {
        return differences.stream().map(Difference::kind).distinct().sorted().map(kind -> "<li>" + sign(kind, "") + " " + kind.word() + "</li>\n").collect(Collectors.joining());
    }

    private static String sign(Kind kind, String number) {
        return "<span class=\"sign " + style(kind) + "\">" + SIGNS.get(kind) + number + "</span>";
    }

    private static String style(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String pictures(FileDifferences file, List<Difference> differences) {
        var now = new HashMap<String, Mark>();
        var was = new HashMap<String, Mark>();
        var gone = new HashMap<String, Mark>();
        for (int i = 0; i < differences.size(); i++) {
            var difference = differences.get(i);
            var mark = new Mark(style(difference.kind()), Objects.requireNonNull(SIGNS.get(difference.kind())), i + 1);
            if (difference.after() != null) {
                now.put(difference.after().key(), mark);
            }
            if (difference.before() != null) {
                was.put(difference.before().key(), mark);
                if (difference.after() == null) {
                    gone.put(difference.before().key(), mark);
                }
            }
        }
        var before = file.drawn().before();
        var after = file.drawn().after();
        var pictures = new StringBuilder();
        if (after != null) {
            pictures.append(picture(ModelPicture.of(after, before, now, gone, MARKED, file.title() + ", as it would be; what would be gone is crossed out"), "1", "The model as it would be"));
        }
        if (before != null) {
            var picture = picture(ModelPicture.of(before, null, was, Map.of(), after == null ? MARKED : "", file.title() + ", as it was"), "2", "The model as it was");
            pictures.append(after == null ? picture : "<details class=\"screen\"><summary>As it was</summary>\n" + picture + "</details>\n");
        }
        return pictures.toString();
    }

    private static String picture(String svg, String number, String label) {
        return "<div><input type=\"checkbox\" class=\"whole screen\" id=\"whole-" + number + "\"> <label class=\"screen\" for=\"whole-" + number + "\">The whole picture at once</label>\n"
                + "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + label + "\">\n" + svg + "</div></div>\n";
    }

    private static String table(TableDifferences table, List<Difference> differences) {
        var head = table.columns().stream().map(column -> "<th scope=\"col\">" + text(column) + "</th>").collect(Collectors.joining());
        var rows = new StringBuilder();
        for (var line : table.lines()) {
            var difference = line.difference() != null && line.difference().kind().counts() ? line.difference() : null;
            int number = difference == null ? 0 : differences.indexOf(difference) + 1;
            var sign = difference == null ? "" : "<a href=\"#said-" + number + "\">" + sign(difference.kind(), String.valueOf(number)) + "</a> ";
            rows.append("<tr").append(difference == null ? "" : " class=\"" + style(difference.kind()) + "\" id=\"" + MARKED + number + "\"").append("><th scope=\"row\">").append(sign).append(text(line.row().name())).append("</th>");
            table.columns().forEach(column -> rows.append(cell(line.row(), difference, column)));
            rows.append("</tr>\n");
        }
        return "<h2>" + text(table.title()) + "</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The table " + text(table.title()) + "\">\n<table><thead><tr><th scope=\"col\">Row</th>" + head + "</tr></thead><tbody>\n"
                + rows + "</tbody></table></div>\n";
    }

    private static String cell(Thing row, @Nullable Difference difference, String column) {
        var changed = difference == null || difference.kind() != Kind.CHANGED ? null : difference.changes().stream().filter(change -> change.what().equals(column)).findFirst().orElse(null);
        var fact = row.facts().get(column);
        return changed != null ? "<td class=\"changed\">" + change(changed) + "</td>" : "<td>" + (fact == null ? "" : text(fact.text())) + "</td>";
    }

    private static String said(Difference difference, int number, boolean drawn) {
        var heading = "<b>" + text(difference.thing().what()) + "</b>" + (difference.thing().key().isEmpty() || difference.thing().kind().endsWith("column") ? "" : " <code>" + text(difference.thing().key()) + "</code>")
                + text(DifferenceText.became(difference));
        var sign = sign(difference.kind(), String.valueOf(number));
        boolean shown = drawn || difference.thing().kind().equals("Row");
        var changes = difference.changes().stream().map(change -> "<dt>" + text(change.what()) + "</dt><dd>" + (difference.kind() == Kind.CHANGED ? change(change) : text(Objects.toString(change.after() == null ? change.before() : change.after(), ""))) + "</dd>").collect(Collectors.joining());
        return "<li id=\"said-" + number + "\">" + (shown ? "<a href=\"#" + MARKED + number + "\">" + sign + "</a>" : sign) + " " + heading + (changes.isEmpty() ? "" : "<dl>" + changes + "</dl>") + "</li>\n";
    }

    private static String change(Change change) {
        return (blank(change.before()) ? "nothing" : "<del>" + text(change.before()) + "</del>") + " → " + (blank(change.after()) ? "nothing" : "<ins>" + text(change.after()) + "</ins>");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return HtmlUtils.htmlEscape(DifferenceText.oneLine(Objects.toString(text, "")), "UTF-8");
    }

    private static String html(String title, String body) {
        return HEAD + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" + digest()
                + "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + text(title) + "</title>\n<style>" + STYLE + "</style></head>\n<body><main>\n" + body + "</main></body></html>\n";
    }

    private static String digest() {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
