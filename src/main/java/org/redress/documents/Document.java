package org.redress.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document before it has a form.
 *
 * @param title what programs and screen readers call it; a letter has its subject here
 * @param from who writes it: the council or the Ombudsman
 * @param dated its day, which the files carry too; the same document has the same bytes, whenever it is written
 * @param language BCP 47, such as en-GB
 * @param marking stands at the head of every page, such as "Confidential draft"
 * @param reference stands at the foot of every page
 * @param blocks in the order in which they are read
 */
public record Document(
        String title, String from, LocalDate dated, String language, @Nullable String marking, @Nullable String reference, List<Block> blocks) {

    public Document {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document has a title: screen readers say it first.");
        }
        blocks = List.copyOf(blocks);
    }

    /** A document in British English that gets its blocks one after the other. */
    public static Writing titled(String title, String from, LocalDate dated) {
        return new Writing(title, from, dated);
    }

    /** The same document with another marking. */
    public Document marked(@Nullable String with) {
        return new Document(title, from, dated, language, with, reference, blocks);
    }

    /** A document while it is written. */
    public static final class Writing {
        private final String title;
        private final String from;
        private final LocalDate dated;
        private final List<Block> blocks = new ArrayList<>();
        private String language = "en-GB";
        private @Nullable String marking;
        private @Nullable String reference;

        private Writing(String title, String from, LocalDate dated) {
            this.title = title;
            this.from = from;
            this.dated = dated;
        }

        public Writing in(String bcp47) {
            language = bcp47;
            return this;
        }

        public Writing marked(@Nullable String with) {
            marking = with;
            return this;
        }

        public Writing reference(@Nullable String of) {
            reference = of;
            return this;
        }

        public Writing heading(int level, String text) {
            return with(new Block.Heading(level, text));
        }

        public Writing paragraph(String text) {
            return with(new Block.Paragraph(text));
        }

        public Writing bullets(List<String> items) {
            return with(new Block.Items(items, false));
        }

        public Writing numbered(List<String> items) {
            return with(new Block.Items(items, true));
        }

        public Writing table(String caption, List<String> columns, List<List<String>> rows) {
            return with(new Block.Table(caption, columns, rows));
        }

        public Writing with(Block block) {
            blocks.add(block);
            return this;
        }

        public Document end() {
            return new Document(title, from, dated, language, marking, reference, blocks);
        }
    }
}
