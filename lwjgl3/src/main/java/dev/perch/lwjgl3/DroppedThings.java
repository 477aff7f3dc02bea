package dev.perch.lwjgl3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What another program dropped.
 *
 * @param screenX where, in desktop pixels
 * @param files absolute
 * @param text empty when there are files
 */
record DroppedThings(int screenX, int screenY, List<Path> files, String text) {
    /** Longer texts are cut: no prompt takes as much. */
    static final int MOST_BYTES = 1 << 16;

    /**
     * What a list of addresses holds (RFC 2483, text/uri-list): its files; where it has none, the addresses are the text.
     *
     * @param list of bytes that anybody may have written
     */
    static DroppedThings ofUris(int screenX, int screenY, byte[] list) {
        List<Path> files = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : new String(list, StandardCharsets.UTF_8).split("[\\r\\n\\00]+", -1)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                try {
                    files.add(file(URI.create(line)));
                } catch (IllegalArgumentException noFile) {
                    others.add(line);
                }
            }
        }
        return new DroppedThings(screenX, screenY, files, files.isEmpty() ? String.join("\n", others) : "");
    }

    /** A text in UTF-8. */
    static DroppedThings ofText(int screenX, int screenY, byte[] text) {
        return new DroppedThings(
                screenX, screenY, List.of(), new String(text, StandardCharsets.UTF_8).replace("\0", ""));
    }

    /** @throws IllegalArgumentException when it is no file of this machine */
    private static Path file(URI uri) {
        if (!"file".equals(uri.getScheme()) || uri.getPath() == null) {
            throw new IllegalArgumentException("no file");
        }
        return Path.of(uri.getPath()).toAbsolutePath().normalize();
    }
}
