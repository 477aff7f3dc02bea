package dev.perch.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictXmlTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "ISO-8859-1", "Shift_JIS"})
    void xmlIsReadInTheEncodingThatItNames(String encoding) throws Exception {
        String text = encoding.equals("Shift_JIS") ? "マスコット" : "Ü";
        String xml = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?><a>" + text + "</a>";
        assertEquals(text, text(xml.getBytes(Charset.forName(encoding))));
    }

    @Test
    void aMarkOfUtf8IsNoText() throws Exception {
        assertEquals(
                "x", text("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><a>x</a>".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithoutAWordOnTheErrorStream() {
        byte[] spoilt = "<a>x</a>".getBytes(StandardCharsets.UTF_8);
        spoilt[3] = (byte) 0xff;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            assertThrows(XMLStreamException.class, () -> text(spoilt));
        } finally {
            System.setErr(before);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    private static String text(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = StrictXml.reader(xml);
        reader.nextTag();
        return reader.getElementText();
    }
}
