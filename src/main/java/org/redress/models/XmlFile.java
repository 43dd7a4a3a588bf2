package org.redress.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A model or table as its file has it, before the engine has read anything of it. */
record XmlFile(String name, Document document) {
    /** @throws Unreadable if it is no XML, or has a document type, which could reach out of the file */
    static XmlFile read(String name, byte[] bytes) throws Unreadable {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new XmlFile(name, builder.parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException e) {
            boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
            throw new Unreadable(doctype ? "it has a DOCTYPE, which could reach out of the file; take it out"
                    : "it is no XML: " + String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All elements, without the drawing. */
    List<Element> elements() {
        var elements = new ArrayList<Element>();
        collect(document.getDocumentElement(), elements);
        return elements;
    }

    private static void collect(Element element, List<Element> elements) {
        boolean drawing = element.getLocalName().matches("BPMNDiagram|DMNDI")
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement();
        if (!drawing) {
            elements.add(element);
            children(element).forEach(child -> collect(child, elements));
        }
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
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            if (!one.getAttribute("id").isBlank()) {
                return one.getAttribute("id");
            }
        }
        return element.getNodeName();
    }

    /** The file cannot be read; the message says why and what to do. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }
}
