package org.redress.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A model or table as its file has it, before the engine has read anything of it.
 *
 * @param elements all elements in the order of the file, without the drawing
 * @param lines on which line of the file each of them begins
 */
record XmlFile(String name, List<Element> elements, List<Integer> lines) {
    /** Elements within each other; the deepest of the product has a dozen. */
    static final int DEEPEST = 40;

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /** @throws Unreadable if it is no XML, has a document type, which could reach out of the file, or is too deep to be read */
    static XmlFile read(String name, byte[] bytes) throws Unreadable {
        try {
            var lines = measure(bytes);
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return of(name, builder.parse(new ByteArrayInputStream(bytes)), lines);
        } catch (ElementLines.TooDeep e) {
            throw new Unreadable("depth", "it has more than " + DEEPEST + " elements within each other; draw it flat");
        } catch (SAXException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            int line = e instanceof SAXParseException parsed ? Math.max(0, parsed.getLineNumber()) : 0;
            throw doctype ? new Unreadable("doctype", "it has a DOCTYPE, which could reach out of the file; take it out")
                    : new Unreadable("readable", line, "it is no XML: " + String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads it once before it is kept. */
    private static List<Integer> measure(byte[] bytes) throws SAXException, IOException, ParserConfigurationException {
        var factory = SAXParserFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        var lines = new ElementLines(bytes, DEEPEST);
        factory.newSAXParser().parse(new ByteArrayInputStream(bytes), lines);
        return lines.lines();
    }

    private static XmlFile of(String name, Document document, List<Integer> lines) {
        var elements = new ArrayList<Element>();
        var kept = new ArrayList<Integer>();
        collect(document.getDocumentElement(), elements, lines.iterator(), kept);
        return new XmlFile(name, List.copyOf(elements), List.copyOf(kept));
    }

    private static void collect(Element element, List<Element> elements, Iterator<Integer> lines, List<Integer> kept) {
        int line = lines.hasNext() ? lines.next() : 0;
        boolean drawing = element.getLocalName().matches("BPMNDiagram|DMNDI")
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement();
        if (drawing) {
            for (int within = element.getElementsByTagName("*").getLength(); within > 0 && lines.hasNext(); within--) {
                lines.next();
            }
            return;
        }
        elements.add(element);
        kept.add(line);
        children(element).forEach(child -> collect(child, elements, lines, kept));
    }

    /** The elements of these names. */
    Stream<Element> all(String... names) {
        var wanted = List.of(names);
        return elements.stream().filter(element -> wanted.contains(element.getLocalName()));
    }

    /** The element of an id. */
    Optional<Element> byId(String id) {
        return elements.stream().filter(element -> id.equals(element.getAttribute("id"))).findFirst();
    }

    Finding finding(String rule, Element element, String why) {
        return finding(rule, element, id(element), why);
    }

    Finding finding(String rule, Element element, String place, String why) {
        return new Finding(rule, name, elements.indexOf(element), place, why);
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** The children of this name. */
    static List<Element> children(Element element, String name) {
        return children(element).stream().filter(child -> name.equals(child.getLocalName())).toList();
    }

    /** The text of the child of this name, empty if there is none. */
    static String text(Element element, String child) {
        return children(element, child).stream().findFirst().map(one -> one.getTextContent().strip()).orElse("");
    }

    /** Attributes without the declarations of namespaces. */
    static List<Attr> attributes(Element element) {
        var attributes = new ArrayList<Attr>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            var attribute = (Attr) element.getAttributes().item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                attributes.add(attribute);
            }
        }
        return attributes;
    }

    /** The id of an element, or of what it belongs to. */
    static String id(Element element) {
        return named(element).map(one -> one.getAttribute("id")).orElse(element.getNodeName());
    }

    /** The element itself or what it belongs to, whichever has an id. */
    static Optional<Element> named(Element element) {
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (!one.getAttribute("id").isBlank()) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** The file cannot be read; the message says why and what to do. */
    static final class Unreadable extends Exception {
        private final String rule;
        private final int line;

        Unreadable(String rule, String why) {
            this(rule, 0, why);
        }

        Unreadable(String rule, int line, String why) {
            super(why);
            this.rule = rule;
            this.line = line;
        }

        Finding of(String file) {
            return new Finding(rule, file, -1, line, "the file", String.valueOf(getMessage()));
        }
    }
}
