package dev.perch.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Walks the RIFF chunks of a WebP and writes a still one anew, with nothing in it but the (first) picture. */
final class WebpWalk {
    private static final String SAVE = "save the picture again as WebP or PNG";
    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;

    private final String where;
    private final byte[] file;
    private final ByteBuffer in;
    private final PackageLimits limits;
    private final boolean film;
    private int width;
    private int height;
    private boolean extended;
    private boolean animated;
    private int frames;
    private long framePixels;
    private @Nullable Chunk alpha;
    private @Nullable Chunk picture;

    private record Chunk(String type, int body, int length) {
        int next() {
            return body + length + (length & 1);
        }
    }

    /** @param film whether an animation is wanted as such, and not its first picture */
    WebpWalk(String where, byte[] file, PackageLimits limits, boolean film) {
        this.film = film;
        this.where = where;
        this.file = file;
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    SheetImage walk() throws Refusal {
        long said = (in.getInt(4) & 0xffffffffL) + 8;
        if (said > file.length) {
            throw cut();
        }
        int end = (int) said;
        Chunk first = chunkAt(12, end);
        if (first.type.equals("VP8X")) {
            header(first);
            if (film && animated) {
                return film(first.next(), end);
            }
            for (int at = first.next(); at < end && picture == null; ) {
                Chunk chunk = chunkAt(at, end);
                top(chunk);
                at = chunk.next();
            }
            if (animated) {
                countFrames(first.next(), end);
            }
        } else {
            bitstream(first);
        }
        Chunk found = picture;
        if (found == null) {
            throw broken("without a picture in it");
        }
        boolean lossless = found.type.equals("VP8L");
        return new SheetImage(
                lossless ? "lossless WebP" : "lossy WebP", width, height, 4, !animated, still(found, lossless));
    }

    private SheetImage film(int start, int end) throws Refusal {
        countFrames(start, end);
        if (frames == 0) {
            throw broken("without a picture in it");
        }
        return new SheetImage("animated WebP", width, height, 4, false, new byte[0]);
    }

    private void header(Chunk chunk) throws Refusal {
        if (chunk.length < 10) {
            throw broken("with a header of the wrong length");
        }
        extended = true;
        animated = (file[chunk.body] & ANIMATION) != 0;
        width = int24(chunk.body + 4) + 1;
        height = int24(chunk.body + 7) + 1;
        SheetCheck.canvas(where, width, height, limits);
    }

    private void top(Chunk chunk) throws Refusal {
        switch (chunk.type) {
            case "ALPH", "VP8 ", "VP8L" -> {
                if (animated) {
                    throw broken("that is animated and not");
                }
                part(chunk);
            }
            case "ANMF" -> {
                if (!animated) {
                    throw broken("that is animated and not");
                }
                firstFrame(chunk);
            }
            case "VP8X" -> throw broken("with two headers");
            default -> {}
        }
    }

    private void part(Chunk chunk) throws Refusal {
        if (chunk.type.equals("ALPH")) {
            alpha = chunk;
        } else {
            bitstream(chunk);
        }
    }

    private void firstFrame(Chunk frame) throws Refusal {
        if (frame.length < 16) {
            throw broken("with a frame of the wrong length");
        }
        boolean whole = int24(frame.body) == 0
                && int24(frame.body + 3) == 0
                && int24(frame.body + 6) + 1 == width
                && int24(frame.body + 9) + 1 == height;
        if (!whole) {
            throw new Refusal(
                    where, "is an animated WebP whose first picture does not fill it", "save it as a still picture");
        }
        int end = frame.body + frame.length;
        for (int at = frame.body + 16; at < end && picture == null; ) {
            Chunk chunk = chunkAt(at, end);
            if (chunk.type.equals("ALPH") || chunk.type.equals("VP8 ") || chunk.type.equals("VP8L")) {
                part(chunk);
            }
            at = chunk.next();
        }
    }

    private void countFrames(int start, int end) throws Refusal {
        for (int at = start; at < end; ) {
            Chunk chunk = chunkAt(at, end);
            if (chunk.type.equals("ANMF")) {
                if (chunk.length < 16) {
                    throw broken("with a frame of the wrong length");
                }
                frames++;
                framePixels += (int24(chunk.body + 6) + 1L) * (int24(chunk.body + 9) + 1L);
            }
            if (frames > limits.webpFrames() || framePixels > limits.webpFramePixels()) {
                throw new Refusal(where, "is an animated WebP with too many frames", "save it as a still picture");
            }
            at = chunk.next();
        }
    }

    private void bitstream(Chunk chunk) throws Refusal {
        int w;
        int h;
        if (chunk.type.equals("VP8L")) {
            if (chunk.length < 5 || file[chunk.body] != 0x2f || (file[chunk.body + 4] & 0xe0) != 0) {
                throw broken("with damaged data");
            }
            int bits = in.getInt(chunk.body + 1);
            w = (bits & 0x3fff) + 1;
            h = (bits >>> 14 & 0x3fff) + 1;
        } else if (chunk.type.equals("VP8 ")) {
            boolean key = chunk.length >= 10
                    && (file[chunk.body] & 1) == 0
                    && file[chunk.body + 3] == (byte) 0x9d
                    && file[chunk.body + 4] == 0x01
                    && file[chunk.body + 5] == 0x2a;
            if (!key) {
                throw broken("with damaged data");
            }
            w = in.getShort(chunk.body + 6) & 0x3fff;
            h = in.getShort(chunk.body + 8) & 0x3fff;
        } else {
            throw broken("that begins with " + SafePath.quote(chunk.type));
        }
        SheetCheck.canvas(where, w, h, limits);
        if (extended && (w != width || h != height)) {
            throw broken("whose header says " + width + "x" + height + " and whose data " + w + "x" + h);
        }
        width = w;
        height = h;
        picture = chunk;
    }

    private Chunk chunkAt(int at, int end) throws Refusal {
        if (end - at < 8) {
            throw cut();
        }
        long length = in.getInt(at + 4) & 0xffffffffL;
        if (length > end - at - 8) {
            throw cut();
        }
        return new Chunk(SheetCheck.tag(file, at), at + 8, (int) length);
    }

    private byte[] still(Chunk found, boolean lossless) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(file.length);
        out.writeBytes(new byte[12]);
        Chunk transparency = alpha;
        if (!lossless && transparency != null) {
            ByteBuffer header = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
            header.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(ALPHA);
            put24(header, width - 1);
            put24(header, height - 1);
            out.writeBytes(header.array());
            copy(transparency, out);
        }
        copy(found, out);
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(bytes.length - 8)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII));
        return bytes;
    }

    private void copy(Chunk chunk, ByteArrayOutputStream out) {
        out.write(file, chunk.body - 8, chunk.length + 8);
        if ((chunk.length & 1) != 0) {
            out.write(0);
        }
    }

    private int int24(int at) {
        return (in.getShort(at) & 0xffff) | (file[at + 2] & 0xff) << 16;
    }

    private static void put24(ByteBuffer out, int value) {
        out.putShort((short) value).put((byte) (value >> 16));
    }

    private Refusal broken(String how) {
        return new Refusal(where, "is a WebP " + how, SAVE);
    }

    private Refusal cut() {
        return new Refusal(where, "is a WebP that ends in the middle", "copy the picture again");
    }
}
