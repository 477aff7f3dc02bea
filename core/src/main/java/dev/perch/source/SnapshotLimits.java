package dev.perch.source;

/**
 * Every limit of a snapshot that an outside system wrote. What is over a limit is refused, never cut.
 *
 * @param lineBytes bytes of UTF-8 of one line or one document
 * @param titlePoints code points of a title
 * @param bodyPoints code points of a body
 * @param metadataKeys keys of the metadata
 * @param metadataBytes bytes of UTF-8 of all keys and values of the metadata, each written out
 * @param keyChars characters of a key
 * @param depth nesting of the whole JSON text
 * @param tokens names, values and brackets of the whole JSON text
 * @param numberChars characters of a number
 */
public record SnapshotLimits(
        int lineBytes,
        int titlePoints,
        int bodyPoints,
        int metadataKeys,
        int metadataBytes,
        int keyChars,
        int depth,
        int tokens,
        int numberChars) {

    /** The limits of files, standard input, recordings and plugins. 64 KiB hold the longest body written as escapes. */
    public static final SnapshotLimits LOCAL =
            new SnapshotLimits(64 * 1024, 200, 4_000, 32, 4 * 1024, 64, 16, 1_024, 20);
}
