package org.redress.documents;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A document as a tree of HTML: made of elements and texts, never read from a text, so that nothing in it can be markup. */
final class Page {
    private final Document document;
    private final org.w3c.dom.Document tree;
    private final Element body;
    private final List<Element> headings = new ArrayList<>();
    private int level;
    private Element into;
    private boolean breaks;

    private Page(Document document, boolean large) {
        this.document = document;
        try {
            tree = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        var html = tree.createElement("html");
        tree.appendChild(html);
        html.setAttribute("lang", document.language());
        var head = add(html, "head");
        body = add(html, "body");
        into = body;
        running("marking", document.marking());
        running("reference", document.reference());
        if (document.blocks().stream().noneMatch(Block.Title.class::isInstance)) {
            heading(0, document.title());
        }
        document.blocks().forEach(this::write);
        add(head, "title").setTextContent(text(document.title()));
        meta(head, "author", document.from());
        meta(head, "subject", document.title());
        add(head, "style").setTextContent(css("page.css") + (large ? css("large-print.css") : ""));
        outline(head);
    }

    /** The tree of a document. */
    static org.w3c.dom.Document of(Document document, boolean large) {
        return new Page(document, large).tree;
    }

    /** What is in its body, for a page of its own; nothing there runs along at the head or foot of sheets. */
    static String part(Document document, int below) {
        var page = new Page(document.marked(null), false);
        page.headings.forEach(heading -> {
            heading.removeAttribute("id");
            page.tree.renameNode(heading, null, "h" + Math.min(6, heading.getTagName().charAt(1) - '0' + below));
        });
        try {
            var writer = TransformerFactory.newDefaultInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.METHOD, "html");
            writer.setOutputProperty(OutputKeys.INDENT, "no");
            var text = new StringWriter();
            for (var child = page.body.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (!"reference".equals(((Element) child).getAttribute("class"))) {
                    writer.transform(new DOMSource(child), new StreamResult(text));
                }
            }
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Block block) {
        if (block instanceof Block.Title) {
            heading(0, document.title());
        } else if (block instanceof Block.Heading heading) {
            heading(heading.level(), heading.text());
        } else if (block instanceof Block.Paragraph paragraph) {
            lines(placed("p"), paragraph.text());
        } else if (block instanceof Block.Addressee addressee) {
            lines(named(placed("p"), "from"), document.from());
            lines(named(placed("p"), "addressee"), String.join("\n", addressee.lines()));
        } else if (block instanceof Block.Items items) {
            var list = placed(items.numbered() ? "ol" : "ul");
            items.items().forEach(item -> lines(add(list, "li"), item));
        } else if (block instanceof Block.Table table) {
            table(table);
        } else {
            breaks = true;
            if (block instanceof Block.LargeFromHere) {
                into = named(add(body, "div"), "large");
            }
        }
    }

    /** A level without the one above it would leave a gap in the outline, in which people who hear the page get lost (PDF/UA-1, 7.4.2). */
    private void heading(int wanted, String text) {
        level = Math.min(wanted, headings.isEmpty() ? 0 : level + 1);
        var heading = placed("h" + (level + 1));
        headings.add(heading);
        heading.setAttribute("id", "h" + headings.size());
        lines(heading, text);
    }

    private void table(Block.Table table) {
        var element = placed("table");
        if (!table.caption().isBlank()) {
            lines(add(element, "caption"), table.caption());
        }
        var head = add(add(element, "thead"), "tr");
        table.columns().forEach(column -> cell(head, "th", "col", column));
        var rows = add(element, "tbody");
        table.rows().forEach(cells -> {
            var row = add(rows, "tr");
            for (int i = 0; i < cells.size(); i++) {
                cell(row, i == 0 ? "th" : "td", i == 0 ? "row" : null, cells.get(i));
            }
        });
    }

    private void cell(Element row, String name, @Nullable String scope, String text) {
        var cell = add(row, name);
        if (scope != null) {
            cell.setAttribute("scope", scope);
        }
        lines(cell, text);
    }

    /** The headings once more, as the reader's own list of the document. */
    private void outline(Element head) {
        var outline = add(head, "bookmarks");
        var above = new ArrayList<Element>();
        headings.forEach(heading -> {
            int depth = heading.getTagName().charAt(1) - '1';
            while (above.size() > depth) {
                above.remove(above.size() - 1);
            }
            var bookmark = add(above.isEmpty() ? outline : above.get(above.size() - 1), "bookmark");
            bookmark.setAttribute("name", heading.getTextContent());
            bookmark.setAttribute("href", "#" + heading.getAttribute("id"));
            above.add(bookmark);
        });
    }

    private void running(String name, @Nullable String text) {
        if (text != null) {
            lines(named(add(body, "div"), name), text);
        }
    }

    private static void meta(Element head, String name, String content) {
        var meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", text(content));
    }

    private Element placed(String name) {
        var element = add(into, name);
        if (breaks) {
            named(element, "break");
            breaks = false;
        }
        return element;
    }

    private static Element named(Element element, String name) {
        var names = element.getAttribute("class");
        element.setAttribute("class", names.isEmpty() ? name : names + " " + name);
        return element;
    }

    private static void lines(Element element, String text) {
        var lines = text(text).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                add(element, "br");
            }
            element.appendChild(Objects.requireNonNull(element.getOwnerDocument()).createTextNode(lines[i]));
        }
    }

    private static Element add(Element parent, String name) {
        var child = Objects.requireNonNull(parent.getOwnerDocument()).createElement(name);
        parent.appendChild(child);
        return child;
    }

    private static String text(String data) {
        return Signs.printable(data, Fonts::draw);
    }

    private static String css(String name) {
        try (var style = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
