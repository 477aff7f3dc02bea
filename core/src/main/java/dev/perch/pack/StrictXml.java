package dev.perch.pack;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML of strangers: no document types, no entities but the five, nothing fetched from anywhere. */
public final class StrictXml {
    private static final int DECLARATION = 200;

    /** How a file begins that is not in UTF-8: the mark of UTF-16, or the name of an encoding. */
    private static final Pattern OTHER = Pattern.compile(
            "^(\\xff\\xfe|\\xfe\\xff|<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-?8))", Pattern.CASE_INSENSITIVE);

    private StrictXml() {}

    /** A reader before the first event. @throws XMLStreamException when it cannot begin */
    public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        checkUtf8(xml);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("refers to something outside");
        });
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    /** The JDK's parser writes to the standard error stream when what it takes for UTF-8 is none. */
    private static void checkUtf8(byte[] xml) throws XMLStreamException {
        String head = new String(xml, 0, Math.min(xml.length, DECLARATION), StandardCharsets.ISO_8859_1);
        if (OTHER.matcher(head).find()) {
            return;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml));
        } catch (CharacterCodingException e) {
            throw new XMLStreamException("not UTF-8", e);
        }
    }
}
