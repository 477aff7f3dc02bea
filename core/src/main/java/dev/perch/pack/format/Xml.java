package dev.perch.pack.format;

import dev.perch.api.CompatiblePetPackageAdapter.Refused;
import dev.perch.pack.StrictXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file, under limits.
 *
 * @param name without its prefix
 * @param attributes by name, without prefixes
 * @param children elements, in order
 * @param text all text directly in it
 */
record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {
    private static final int MOST_ELEMENTS = 20_000;
    private static final int MOST_DEPTH = 24;
    private static final int MOST_ATTRIBUTES = 32;

    /** Reads a file, whose name is {@code where}. */
    static Xml read(String where, byte[] bytes) throws Refused {
        try {
            XMLStreamReader reader = StrictXml.reader(bytes);
            int[] left = {MOST_ELEMENTS};
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new Refused(where, "has a document type, which may hide anything", "delete its DOCTYPE");
                }
            }
            return element(where, reader, MOST_DEPTH, left);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw new Refused(where + " line " + line, "is not valid XML", "correct that line");
        }
    }

    private static Xml element(String where, XMLStreamReader reader, int depth, int[] left)
            throws XMLStreamException, Refused {
        if (depth == 0 || --left[0] < 0 || reader.getAttributeCount() > MOST_ATTRIBUTES) {
            throw new Refused(
                    where, "is nested too deep or has more than " + MOST_ELEMENTS + " elements", "make it smaller");
        }
        String name = reader.getLocalName();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    reader.getAttributeLocalName(i), reader.getAttributeValue(i).strip());
        }
        List<Xml> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(where, reader, depth - 1, left));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Refused(where, "has an entity of its own, which may hide anything", "write it out");
            }
        }
        return new Xml(name, attributes, List.copyOf(children), text.toString().strip());
    }

    List<Xml> all(String child) {
        return children.stream().filter(xml -> xml.name.equals(child)).toList();
    }

    @Nullable
    Xml first(String child) {
        return children.stream()
                .filter(xml -> xml.name.equals(child))
                .findFirst()
                .orElse(null);
    }

    /** All elements below with that name, in order. */
    List<Xml> below(String wanted) {
        List<Xml> found = new ArrayList<>();
        for (Xml child : children) {
            if (child.name.equals(wanted)) {
                found.add(child);
            }
            found.addAll(child.below(wanted));
        }
        return found;
    }

    /** The text of a child, or "". */
    String textOf(String child) {
        Xml found = first(child);
        return found == null ? "" : found.text;
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }
}
