package org.redress.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.redress.documents.Block;

/**
 * A filled text as blocks of a document.
 *
 * @param title the one heading of the first level
 * @param blocks where the title stands it is a block too
 * @param faults what a letter cannot have, with its line
 */
record Blocks(String title, List<Block> blocks, List<Wrong> faults) {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    private static final Pattern SIGN = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t]*\\n\\s*");

    /** What is wrong on a line. */
    record Wrong(boolean remote, int line, String why) {}

    /** What stands in the text for a value until it has been read. */
    static String sign(int value) {
        return "\uE000" + value + "\uE001";
    }

    static Blocks read(String text, List<String> values) {
        return new Reading(values).read(text);
    }

    /** The same as text in a field, which a person goes on writing in: a heading is a line of its own, and paragraphs are apart. */
    String plain() {
        return blocks.stream().map(Blocks::plain).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String plain(Block block) {
        if (block instanceof Block.Heading heading) {
            return heading.text();
        } else if (block instanceof Block.Paragraph paragraph) {
            return paragraph.text();
        } else if (block instanceof Block.Items items) {
            return items.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
        } else if (block instanceof Block.Table table) {
            return table.rows().stream().map(row -> String.join(": ", row)).collect(Collectors.joining("\n"));
        }
        return "";
    }

    private static final class Reading {
        private final List<String> values;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Wrong> faults = new ArrayList<>();
        private @Nullable String title;

        Reading(List<String> values) {
            this.values = values;
        }

        Blocks read(String text) {
            var parsed = PARSER.parse(text);
            for (var node = parsed.getFirstChild(); node != null; node = node.getNext()) {
                block(node);
            }
            return new Blocks(title == null ? "" : title, List.copyOf(blocks), List.copyOf(faults));
        }

        private void block(Node node) {
            if (node instanceof Heading heading) {
                heading(heading);
            } else if (node instanceof Paragraph) {
                paragraph(text(node));
            } else if (node instanceof ListBlock list) {
                var items = children(list).stream().map(item -> children(item).stream().map(this::inItem).collect(Collectors.joining("\n"))).map(String::strip).filter(item -> !item.isEmpty()).toList();
                if (!items.isEmpty()) {
                    blocks.add(new Block.Items(items, list instanceof OrderedList));
                }
            } else if (node instanceof TableBlock table) {
                table(table);
            } else {
                wrong(node, "it has " + words(node) + "; a letter is made of headings, paragraphs, lists and tables");
            }
        }

        private void heading(Heading heading) {
            var text = text(heading);
            if (heading.getLevel() > 1) {
                if (heading.getLevel() > 4) {
                    wrong(heading, "it has a heading of the level " + heading.getLevel() + "; write #, ##, ### or ####");
                } else if (!text.isBlank()) {
                    blocks.add(new Block.Heading(heading.getLevel() - 1, text));
                }
            } else if (title != null) {
                wrong(heading, "it has a second title; one line begins with a single #");
            } else {
                title = text.replace('\n', ' ');
                blocks.add(new Block.Title());
            }
        }

        /** What people wrote in paragraphs stays in paragraphs. */
        private void paragraph(String text) {
            for (var part : PARAGRAPHS.split(text.strip())) {
                if (!part.isBlank()) {
                    blocks.add(new Block.Paragraph(part));
                }
            }
        }

        private String inItem(Node node) {
            if (!(node instanceof Paragraph)) {
                wrong(node, "it has " + words(node) + " in a list; a list has lines of text");
                return "";
            }
            return text(node);
        }

        private void table(TableBlock table) {
            var columns = new ArrayList<String>();
            var rows = new ArrayList<List<String>>();
            for (var part : children(table)) {
                for (var row : children(part)) {
                    var cells = children(row).stream().map(this::text).toList();
                    if (part instanceof TableHead) {
                        columns.addAll(cells);
                    } else if (part instanceof TableBody && row instanceof TableRow) {
                        rows.add(cells);
                    }
                }
            }
            if (!rows.isEmpty()) {
                blocks.add(new Block.Table("", columns, rows));
            }
        }

        private String text(Node node) {
            var text = new StringBuilder();
            for (var child : children(node)) {
                if (child instanceof Text words) {
                    text.append(words.getLiteral());
                } else if (child instanceof SoftLineBreak) {
                    text.append(' ');
                } else if (child instanceof HardLineBreak) {
                    text.append('\n');
                } else {
                    wrong(node, "it has " + words(child) + "; write plain text");
                }
            }
            return SIGN.matcher(text).replaceAll(sign -> Matcher.quoteReplacement(values.get(Integer.parseInt(sign.group(1))))).strip();
        }

        private void wrong(Node node, String why) {
            boolean remote = why.contains("link") || why.contains("picture");
            faults.add(new Wrong(remote, node.getSourceSpans().stream().findFirst().map(SourceSpan::getLineIndex).map(line -> line + 1).orElse(0), why));
        }

        private static String words(Node node) {
            return node instanceof Image ? "a picture" : node instanceof Link ? "a link" : node instanceof BulletList || node instanceof OrderedList ? "a list"
                    : node instanceof TableCell ? "a cell" : switch (node.getClass().getSimpleName()) {
                        case "HtmlBlock", "HtmlInline" -> "HTML";
                        case "Emphasis", "StrongEmphasis" -> "stars or lines around words";
                        case "FencedCodeBlock", "IndentedCodeBlock", "Code" -> "code, or text that is moved in by four blanks";
                        case "BlockQuote" -> "a quotation (>)";
                        case "ThematicBreak" -> "a line across the page";
                        default -> "something that is no text";
                    };
        }

        private static List<Node> children(Node parent) {
            var children = new ArrayList<Node>();
            for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
                children.add(child);
            }
            return children;
        }
    }
}
