package org.redress.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The text of a letter with names in double braces. The names are filled in with signs that stand for their values; then the text is read, as Markdown, into
 * headings, paragraphs, lists and tables; and only then the values take the place of their signs. So no value is ever read as anything but itself.
 */
final class Template {
    private final String name;
    private final String text;
    private final Function<String, @Nullable String> files;

    /**
     * A template.
     *
     * @param name of its file
     * @param files the texts of parts by the names of their files
     */
    Template(String name, String text, Function<String, @Nullable String> files) {
        this.name = name;
        this.text = text;
        this.files = files;
    }

    /** A text whose blocks are filled in. */
    Blocks filled(Map<String, ?> values) {
        var given = new ArrayList<String>();
        var filled = compiler(value -> {
            given.add(value);
            return Blocks.sign(given.size() - 1);
        }).compile(text).execute(values);
        return Blocks.read(filled, given);
    }

    /** What it is made of: the names that it fills in, with the lists in which they stand, and the parts that it takes in. */
    record Made(Set<String> names, Set<String> unknown, Set<String> parts) {}

    /** @throws MustacheException if it cannot be read, or a part is not there */
    Made made() {
        var found = new Look();
        compiler(value -> value).compile(text).visit(found);
        return new Made(found.names, found.unknown, found.parts);
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    private Mustache.Compiler compiler(Mustache.Escaper signs) {
        return Mustache.compiler().withEscaper(signs).defaultValue("").emptyStringIsFalse(true).withLoader(this::part);
    }

    private Reader part(String part) {
        var found = part.matches("[a-z-]+") ? files.apply(LetterFiles.PARTS + part + LetterFiles.ENDING) : null;
        if (found == null) {
            throw new MustacheException("takes in the part " + part + ", which is not there: " + LetterFiles.PARTS + part + LetterFiles.ENDING);
        }
        return new StringReader(found);
    }

    private static final class Look implements Mustache.Visitor {
        private final Set<String> names = new HashSet<>();
        private final Set<String> unknown = new TreeSet<>();
        private final Set<String> parts = new HashSet<>();

        @Override
        public void visitText(String text) {
            // what stands there anyway
        }

        @Override
        public void visitVariable(String name) {
            note(name);
        }

        @Override
        public boolean visitInclude(String name) {
            // a part that takes in itself would be looked at for ever
            return parts.add(name);
        }

        @Override
        public boolean visitSection(String name) {
            note(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            note(name);
            return true;
        }

        private void note(String name) {
            var known = Names.known(name);
            names.addAll(known);
            if (known.isEmpty()) {
                unknown.add(name);
            }
        }
    }
}
