package dev.perch.pack;

/** What Perch and its decode child agree on. All numbers are big-endian. */
final class ChildProtocol {
    /** Reads images, each after its length; writes for each {@link #MAGIC}, width, height, then straight RGBA from the top. */
    static final String DECODE = "decode";

    /** Reads width, height and straight RGBA; writes a lossless WebP. */
    static final String ENCODE = "encode";

    /** Does nothing, with success. */
    static final String PROBE = "probe";

    static final int MAGIC = 0x50524348;
    static final int HEADER_BYTES = 12;

    static final int EXIT_UNREADABLE = 3;
    static final int EXIT_MEMORY = 4;

    private ChildProtocol() {}
}
