package org.redress.documents;

import java.util.ArrayList;
import java.util.List;

/** A document as plain text for e-mail: no line is longer than 72 characters but for a word that is. */
final class PlainText {
    private static final int OF_E_MAIL = 72;

    private final Document document;
    private final int width;

    private PlainText(Document document, int width) {
        this.document = document;
        this.width = width;
    }

    static String ofEMail(Document document) {
        return new PlainText(document, OF_E_MAIL).text();
    }

    /** For a place that breaks lines by itself. */
    static String unbroken(Document document) {
        return new PlainText(document, Integer.MAX_VALUE).text();
    }

    private String text() {
        var parts = new ArrayList<String>();
        if (document.marking() != null) {
            parts.add(wrapped(document.marking(), "", ""));
        }
        if (document.blocks().stream().noneMatch(Block.Title.class::isInstance)) {
            parts.add(heading(document.title()));
        }
        for (var block : document.blocks()) {
            parts.addAll(parts(block));
        }
        return String.join("\n\n", parts) + "\n";
    }

    private List<String> parts(Block block) {
        if (block instanceof Block.Title) {
            return List.of(heading(document.title()));
        } else if (block instanceof Block.Heading heading) {
            return List.of(heading(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            return List.of(wrapped(paragraph.text(), "", ""));
        } else if (block instanceof Block.Addressee addressee) {
            return List.of(wrapped(document.from(), "", ""), wrapped(String.join("\n", addressee.lines()), "", ""));
        } else if (block instanceof Block.Items items) {
            return List.of(items(items));
        } else if (block instanceof Block.Table table) {
            return table(table);
        }
        return List.of();
    }

    private String heading(String text) {
        var wrapped = wrapped(text, "", "");
        int longest = wrapped.lines().mapToInt(String::length).max().orElse(0);
        return wrapped + "\n" + "-".repeat(longest);
    }

    private String items(Block.Items items) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < items.items().size(); i++) {
            var sign = items.numbered() ? i + 1 + ". " : "- ";
            lines.add(wrapped(items.items().get(i), sign, " ".repeat(sign.length())));
        }
        return String.join("\n", lines);
    }

    /** Row after row, each cell beside the name of its column: a grid of characters says nothing to those who hear it. */
    private List<String> table(Block.Table table) {
        var parts = new ArrayList<String>();
        if (!table.caption().isBlank()) {
            parts.add(wrapped(table.caption(), "", ""));
        }
        for (var row : table.rows()) {
            var lines = new ArrayList<String>();
            for (int i = 0; i < row.size(); i++) {
                lines.add(wrapped(row.get(i), Signs.readable(table.columns().get(i)) + ": ", "  "));
            }
            parts.add(String.join("\n", lines));
        }
        return parts;
    }

    private String wrapped(String text, String first, String next) {
        var lines = new ArrayList<String>();
        var before = first;
        for (var line : Signs.readable(text).split("\n", -1)) {
            var written = new StringBuilder(before);
            boolean empty = true;
            for (var word : line.strip().split(" +")) {
                if (!empty && written.length() + 1 + word.length() > width) {
                    lines.add(written.toString());
                    written = new StringBuilder(next);
                    empty = true;
                }
                written.append(empty ? "" : " ").append(word);
                empty = false;
            }
            lines.add(written.toString().stripTrailing());
            before = next;
        }
        return String.join("\n", lines);
    }
}
