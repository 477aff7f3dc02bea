package dev.perch.render.film;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Pixels, deflated while they wait. Equal pixels are equal. */
final class PackedPixels {
    private final byte[] packed;
    private final int count;

    private PackedPixels(byte[] packed, int count) {
        this.packed = packed;
        this.count = count;
    }

    static PackedPixels of(int[] argb) {
        ByteBuffer raw = ByteBuffer.allocate(argb.length * 4);
        raw.asIntBuffer().put(argb);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
            out.write(raw.array());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        } finally {
            deflater.end();
        }
        return new PackedPixels(bytes.toByteArray(), argb.length);
    }

    int[] unpack() {
        ByteBuffer raw = ByteBuffer.allocate(count * 4);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            inflater.inflate(raw);
        } catch (DataFormatException e) {
            throw new IllegalStateException("pixels that were just deflated", e);
        } finally {
            inflater.end();
        }
        int[] argb = new int[count];
        raw.flip().asIntBuffer().get(argb);
        return argb;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedPixels that && Arrays.equals(packed, that.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }
}
