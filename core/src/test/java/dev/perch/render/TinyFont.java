package dev.perch.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A TrueType font made in memory: a square for each of its characters, all of one width. */
final class TinyFont {
    private static final int EM = 1000;

    private final int advance;
    private final int[] codePoints;

    private TinyFont(int advance, int[] codePoints) {
        this.advance = advance;
        this.codePoints = codePoints;
    }

    /**
     * A font with these characters.
     *
     * @param advance in thousandths of an em
     */
    static byte[] of(int advance, int... codePoints) {
        int[] sorted = codePoints.clone();
        Arrays.sort(sorted);
        return new TinyFont(advance, sorted).file();
    }

    static FontFamily family(String name, int advance, int... codePoints) {
        byte[] bytes = of(advance, codePoints);
        return new FontFamily(
                new FontFile(
                        name, ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(), 0),
                null);
    }

    private byte[] file() {
        String[] names = {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"};
        byte[][] tables = {cmap(), glyf(), head(), hhea(), hmtx(), loca(), maxp()};
        int offset = 12 + 16 * names.length;
        Table file = new Table().ints(0x10000).shorts(names.length, 64, 2, 48);
        Table directory = new Table();
        Table data = new Table();
        for (int i = 0; i < names.length; i++) {
            directory.ascii(names[i]).ints(0, offset + data.size, tables[i].length);
            data.raw(tables[i]).pad();
        }
        return file.raw(directory.done()).raw(data.done()).done();
    }

    private int glyphs() {
        return codePoints.length + 1;
    }

    private byte[] cmap() {
        Table table = new Table().shorts(0, 1, 3, 10).ints(12).shorts(12, 0);
        table.ints(16 + 12 * codePoints.length, 0, codePoints.length);
        for (int i = 0; i < codePoints.length; i++) {
            table.ints(codePoints[i], codePoints[i], i + 1);
        }
        return table.done();
    }

    private byte[] square() {
        int edge = advance * 8 / 10;
        return new Table()
                .shorts(1, 0, 0, edge, edge, 3, 0)
                .raw(new byte[] {1, 1, 1, 1})
                .shorts(0, 0, edge, 0, 0, edge, 0, -edge)
                .pad()
                .done();
    }

    private byte[] glyf() {
        Table table = new Table();
        for (int i = 1; i < glyphs(); i++) {
            table.raw(square());
        }
        return table.done();
    }

    private byte[] loca() {
        Table table = new Table().ints(0);
        for (int i = 0; i < glyphs(); i++) {
            table.ints(i * square().length);
        }
        return table.done();
    }

    private byte[] head() {
        return new Table()
                .ints(0x10000, 0x10000, 0, 0x5F0F3CF5)
                .shorts(0, EM)
                .ints(0, 0, 0, 0)
                .shorts(0, 0, EM, EM, 0, 8, 2, 1, 0)
                .done();
    }

    private byte[] hhea() {
        return new Table()
                .ints(0x10000)
                .shorts(800, -200, 0, advance, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, glyphs())
                .done();
    }

    private byte[] hmtx() {
        Table table = new Table();
        for (int i = 0; i < glyphs(); i++) {
            table.shorts(advance, 0);
        }
        return table.done();
    }

    private byte[] maxp() {
        return new Table()
                .ints(0x10000)
                .shorts(glyphs(), 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)
                .done();
    }

    /** Big-endian bytes, one after the other. */
    private static final class Table {
        private byte[] bytes = new byte[64];
        private int size;

        Table shorts(int... values) {
            for (int value : values) {
                raw(new byte[] {(byte) (value >> 8), (byte) value});
            }
            return this;
        }

        Table ints(int... values) {
            for (int value : values) {
                shorts(value >> 16, value);
            }
            return this;
        }

        Table ascii(String word) {
            return raw(word.getBytes(StandardCharsets.US_ASCII));
        }

        Table raw(byte[] more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length, 2 * (size + more.length)));
            System.arraycopy(more, 0, bytes, size, more.length);
            size += more.length;
            return this;
        }

        Table pad() {
            return raw(new byte[-size & 3]);
        }

        byte[] done() {
            return Arrays.copyOf(bytes, size);
        }
    }
}
