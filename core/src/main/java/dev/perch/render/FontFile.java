package dev.perch.render;

import java.nio.ByteBuffer;

/**
 * The bytes of a font file, ready in memory.
 *
 * @param name for messages
 * @param data a direct buffer, read or mapped, from its position 0; never written, and kept as long as the font is
 * @param index which font of a collection, 0 for plain files
 */
public record FontFile(String name, ByteBuffer data, int index) {
    /** @throws IllegalArgumentException when the buffer is not direct */
    public FontFile {
        if (!data.isDirect()) {
            throw new IllegalArgumentException(name + ": FreeType needs a direct buffer");
        }
    }
}
