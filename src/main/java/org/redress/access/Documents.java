package org.redress.access;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Our own documents, which are Markdown, as pages: tables scroll by themselves and are called what their section is called; only what is elsewhere is a link. */
final class Documents {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(TABLES).escapeHtml(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> attributes.putAll(tag.equals("th") ? Map.of("scope", "col") : Map.of())).build();
    private static final TextContentRenderer WORDS = TextContentRenderer.builder().build();

    private Documents() {}

    /** The markup of a document, without what a page has around it. */
    static String html(String document) {
        var root = PARSER.parse(document);
        root.accept(new WithoutLinksToDocuments());
        var html = new StringBuilder();
        var section = "";
        for (var block = root.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading) {
                section = WORDS.render(block);
            }
            html.append(block instanceof TableBlock ? Pages.scrolling(section, rows(block)) : HTML.render(block));
        }
        return html.toString();
    }

    private static String rows(Node table) {
        return HTML.render(table).replaceFirst("^<table>\n", "").replaceFirst("</table>\n$", "");
    }

    /** Another document of the project is no page of the product: what leads to it stays as words. */
    private static final class WithoutLinksToDocuments extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            if (!link.getDestination().startsWith("https://")) {
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
            }
        }
    }
}
