package dev.perch.pack;

/**
 * A sheet whose header and outer form were checked, not yet decoded.
 *
 * @param type for people, as in "lossless WebP"
 * @param width in pixels
 * @param height in pixels
 * @param decoderBytes a pixel takes in the decoder
 * @param still whether the file held one picture only
 * @param clean the file with nothing in it but what makes the picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SheetImage(String type, int width, int height, int decoderBytes, boolean still, byte[] clean) {}
