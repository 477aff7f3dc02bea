package dev.perch.render.film;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The outer form of a GIF: header, global palette, looping, frames. */
final class GifStream {
    private static final int PALETTE_BITS = 8;
    private static final int LONGEST_HUNDREDTHS = 65_535;
    /** The frame stays, or its rectangle is made transparent after it. */
    private static final int STAY = 1;

    private static final int WIPE = 2;

    private final OutputStream out;
    private final int width;

    GifStream(OutputStream out, int width, int height, Palette palette) throws IOException {
        this.out = out;
        this.width = width;
        text("GIF89a");
        number(width);
        number(height);
        bytes(0xf0 | PALETTE_BITS - 1, 0, 0);
        for (int i = 0; i < 1 << PALETTE_BITS; i++) {
            int rgb = palette.rgb(i);
            bytes(rgb >> 16, rgb >> 8, rgb);
        }
        bytes(0x21, 0xff, 11);
        text("NETSCAPE2.0");
        bytes(3, 1, 0, 0, 0);
    }

    /** Shows {@code now} where {@code before} is on show; the whole of it is made transparent afterwards if so asked. */
    void frame(byte[] before, byte[] now, boolean wipe, long hundredths) throws IOException {
        Rect rect = wipe ? ink(now) : changed(before, now);
        byte[] cut = cut(before, now, rect, wipe);
        long left = hundredths;
        while (left > LONGEST_HUNDREDTHS) {
            image(cut, rect, STAY, LONGEST_HUNDREDTHS);
            left -= LONGEST_HUNDREDTHS;
        }
        image(cut, rect, wipe ? WIPE : STAY, (int) left);
    }

    private Rect ink(byte[] now) {
        return changed(new byte[now.length], now);
    }

    private Rect changed(byte[] before, byte[] now) {
        int[] a = new int[now.length];
        int[] b = new int[now.length];
        for (int i = 0; i < now.length; i++) {
            a[i] = before[i];
            b[i] = now[i];
        }
        return Rect.difference(a, b, width);
    }

    private byte[] cut(byte[] before, byte[] now, Rect rect, boolean whole) {
        byte[] cut = new byte[rect.width() * rect.height()];
        for (int i = 0; i < cut.length; i++) {
            int at = (rect.y() + i / rect.width()) * width + rect.x() + i % rect.width();
            cut[i] = !whole && before[at] == now[at] ? Palette.TRANSPARENT : now[at];
        }
        return cut;
    }

    private void image(byte[] indices, Rect rect, int disposal, int hundredths) throws IOException {
        bytes(0x21, 0xf9, 4, disposal << 2 | 1);
        number(hundredths);
        bytes(Palette.TRANSPARENT, 0);
        bytes(0x2c);
        number(rect.x());
        number(rect.y());
        number(rect.width());
        number(rect.height());
        bytes(0, PALETTE_BITS);
        new LzwEncoder(out, PALETTE_BITS).encode(indices);
    }

    void end() throws IOException {
        bytes(0x3b);
        out.flush();
    }

    private void text(String ascii) throws IOException {
        out.write(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private void bytes(int... values) throws IOException {
        for (int value : values) {
            out.write(value);
        }
    }

    private void number(int value) throws IOException {
        bytes(value, value >> 8);
    }
}
