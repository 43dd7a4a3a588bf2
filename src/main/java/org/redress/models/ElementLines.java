package org.redress.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a file once without keeping anything of it but the line on which each element begins: whatever walks through a tree walks as deep as it is. */
final class ElementLines extends DefaultHandler {
    private final int deepest;
    private final String[] text;
    private final List<Integer> lines = new ArrayList<>();
    private @Nullable Locator locator;
    private int depth;

    ElementLines(byte[] bytes, int deepest) {
        this.deepest = deepest;
        this.text = new String(bytes, StandardCharsets.UTF_8).split("\r\n|\n|\r", -1);
    }

    /** Elements lie deeper within each other than anybody draws them. */
    static final class TooDeep extends SAXException {}

    /** The lines of all elements, in the order of the file. */
    List<Integer> lines() {
        return lines;
    }

    @Override
    public void setDocumentLocator(Locator known) {
        locator = known;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) throws SAXException {
        if (++depth > deepest) {
            throw new TooDeep();
        }
        lines.add(begin());
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        depth--;
    }

    /** The parser knows where the tag ends; it begins with the last bracket before that, because none can stand in it. */
    private int begin() {
        if (locator == null) {
            return 0;
        }
        int line = Math.min(locator.getLineNumber(), text.length);
        int until = locator.getColumnNumber() - 2;
        while (line > 1 && text[line - 1].lastIndexOf('<', until) < 0) {
            line--;
            until = Integer.MAX_VALUE;
        }
        return line;
    }
}
