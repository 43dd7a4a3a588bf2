package org.redress.documents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One part of a document. Its texts are data: no character of them means anything but itself; a break of lines stays one. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Title.class, name = "title"), @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"), @JsonSubTypes.Type(value = Block.Addressee.class, name = "addressee"),
    @JsonSubTypes.Type(value = Block.Items.class, name = "items"), @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.PageBreak.class, name = "page-break"),
    @JsonSubTypes.Type(value = Block.LargeFromHere.class, name = "large-from-here")})
public sealed interface Block {

    /** The title of the document stands here, as in a letter below "Dear …"; without it a document begins with its title. Once. */
    record Title() implements Block {}

    /**
     * A heading.
     *
     * @param level 1 for the document's own parts, 2 and 3 for theirs; one that follows without the one above it counts as that one
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("A heading has the level 1, 2 or 3, not " + level + ".");
            }
        }
    }

    /** A paragraph. */
    record Paragraph(String text) implements Block {}

    /** To whom it goes, line by line, where the window of an envelope shows it; who it is from stands above. Once, at the beginning. */
    record Addressee(List<String> lines) implements Block {
        public Addressee {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A list.
     *
     * @param numbered whether the order of its items matters
     */
    record Items(List<String> items, boolean numbered) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A table with a heading for each column. The first cell of a row names the row.
     *
     * @param caption what it shows; empty where a heading before it says so
     */
    record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int wide = columns.size();
            if (wide == 0 || rows.stream().anyMatch(row -> row.size() != wide)) {
                throw new IllegalArgumentException("Every row of the table " + caption + " has one cell for each of its " + wide + " columns.");
            }
        }
    }

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}

    /** What follows begins on a new page and is in large type, such as the Easy Read version of a letter. */
    record LargeFromHere() implements Block {}
}
