package dev.perch.pack;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The manifest that Perch makes for a package without one: {@code format}, {@code files}, and the root of its first XML. */
final class SyntheticManifest {
    private SyntheticManifest() {}

    /** Reads a file. */
    interface Reading {
        byte @Nullable [] read(SafePath path) throws Refusal, IOException;
    }

    static Map<String, @Nullable Object> of(List<SafePath> files, Reading reading) throws Refusal, IOException {
        Map<String, @Nullable Object> manifest = new HashMap<>();
        manifest.put("format", "files");
        manifest.put("files", files.stream().map(SafePath::toString).toList());
        for (SafePath path : files) {
            if (path.toString().endsWith(".xml")) {
                byte[] xml = reading.read(path);
                String root = xml == null ? null : root(xml);
                if (root != null) {
                    manifest.put("format", "xml");
                    manifest.put("rootElement", root);
                    manifest.put("file", path.toString());
                    break;
                }
            }
        }
        return manifest;
    }

    private static @Nullable String root(byte[] xml) {
        try {
            XMLStreamReader reader = StrictXml.reader(xml);
            reader.nextTag();
            return reader.getLocalName();
        } catch (XMLStreamException e) {
            return null;
        }
    }
}
