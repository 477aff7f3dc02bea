package dev.perch.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks the chunks of a PNG: sizes, checksums, and how much its data inflates to. Keeps what makes the picture. */
final class PngWalk {
    private static final String SAVE = "save the picture again as PNG or WebP";
    private static final int SIGNATURE = 8;

    private final String where;
    private final byte[] file;
    private final ByteBuffer in;
    private final PackageLimits limits;
    private final ByteArrayOutputStream clean;
    private final List<int[]> data = new ArrayList<>();
    private int width;
    private int height;
    private int bits;
    private int color;
    private boolean interlaced;
    private boolean palette;
    private boolean animated;

    PngWalk(String where, byte[] file, PackageLimits limits) {
        this.where = where;
        this.file = file;
        this.in = ByteBuffer.wrap(file);
        this.limits = limits;
        this.clean = new ByteArrayOutputStream(file.length);
    }

    SheetImage walk() throws Refusal {
        parse();
        inflate();
        int samples = color == 3 ? 1 : channels() * (bits == 16 ? 2 : 1);
        return new SheetImage("PNG", width, height, Math.max(4, samples), !animated, clean.toByteArray());
    }

    /** Checks everything but the data itself. */
    void parse() throws Refusal {
        in.position(SIGNATURE);
        clean.write(file, 0, SIGNATURE);
        boolean end = false;
        for (int chunks = 0; !end; chunks++) {
            if (chunks == limits.pngChunks()) {
                throw new Refusal(where, "is a PNG of more than " + limits.pngChunks() + " chunks", SAVE);
            }
            end = chunk(chunks == 0);
        }
        if (data.isEmpty() || (color == 3 && !palette)) {
            throw broken("without picture data");
        }
    }

    /** Takes one chunk in; true at the end of the picture. */
    private boolean chunk(boolean first) throws Refusal {
        int start = in.position();
        if (in.remaining() < 12) {
            throw cut();
        }
        int length = in.getInt();
        String type = SheetCheck.tag(file, start + 4);
        if (length < 0 || length > in.remaining() - 8) {
            throw cut();
        }
        CRC32 crc = new CRC32();
        crc.update(file, start + 4, length + 4);
        in.position(start + 8 + length);
        if ((int) crc.getValue() != in.getInt()) {
            throw broken("with a wrong checksum");
        }
        if (first != type.equals("IHDR")) {
            throw broken("whose header is missing or comes twice");
        }
        int body = start + 8;
        switch (type) {
            case "IHDR" -> header(body, length);
            case "PLTE" -> palette(length);
            case "IDAT" -> data.add(new int[] {body, length});
            case "acTL" -> animated = true;
            default -> {
                boolean needed = (file[start + 4] & 0x20) == 0;
                if (needed && !type.equals("IEND")) {
                    throw broken("with the unknown part " + SafePath.quote(type));
                }
            }
        }
        if (keep(type)) {
            clean.write(file, start, length + 12);
        }
        return type.equals("IEND");
    }

    private boolean keep(String type) {
        return switch (type) {
            case "IHDR", "IDAT", "IEND" -> true;
            case "PLTE" -> color == 3;
            case "tRNS" -> data.isEmpty() && (color != 3 || palette);
            default -> false;
        };
    }

    private void header(int body, int length) throws Refusal {
        if (length != 13) {
            throw broken("with a header of the wrong length");
        }
        long w = in.getInt(body) & 0xffffffffL;
        long h = in.getInt(body + 4) & 0xffffffffL;
        SheetCheck.canvas(where, w, h, limits);
        width = (int) w;
        height = (int) h;
        bits = file[body + 8];
        color = file[body + 9];
        interlaced = file[body + 12] == 1;
        boolean form = switch (color) {
            case 0 -> bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
            case 3 -> bits == 1 || bits == 2 || bits == 4 || bits == 8;
            case 2, 4, 6 -> bits == 8 || bits == 16;
            default -> false;
        };
        if (!form || file[body + 10] != 0 || file[body + 11] != 0 || file[body + 12] < 0 || file[body + 12] > 1) {
            throw broken("of a form that PNG does not have");
        }
    }

    private void palette(int length) throws Refusal {
        if (palette || !data.isEmpty() || length % 3 != 0 || length == 0 || length > 768) {
            throw broken("with a wrong palette");
        }
        palette = true;
    }

    private int channels() {
        return switch (color) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    private void inflate() throws Refusal {
        long raster = raster();
        long most = raster + limits.pngSlackBytes();
        long sum = 0;
        byte[] sink = new byte[64 * 1024];
        Inflater inflater = new Inflater();
        try {
            for (int[] part : data) {
                inflater.setInput(file, part[0], part[1]);
                while (!inflater.needsInput() && !inflater.finished()) {
                    int n = inflater.inflate(sink);
                    sum += n;
                    if (sum > most) {
                        throw new Refusal(where, "is a PNG that inflates to more than its size says", SAVE);
                    }
                    if (n == 0 && inflater.needsDictionary()) {
                        throw broken("with data that cannot be inflated");
                    }
                }
            }
        } catch (DataFormatException e) {
            throw broken("with data that cannot be inflated");
        } finally {
            inflater.end();
        }
        if (sum < raster) {
            throw cut();
        }
    }

    /** Bytes of the filtered rows, as the data must inflate to. */
    private long raster() {
        if (!interlaced) {
            return pass(width, height);
        }
        int[][] adam7 = {
            {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
        };
        long sum = 0;
        for (int[] p : adam7) {
            sum += pass((width - p[0] + p[2] - 1) / p[2], (height - p[1] + p[3] - 1) / p[3]);
        }
        return sum;
    }

    private long pass(int w, int h) {
        return w <= 0 || h <= 0 ? 0 : h * (1 + ((long) w * channels() * bits + 7) / 8);
    }

    private Refusal broken(String how) {
        return new Refusal(where, "is a PNG " + how, SAVE);
    }

    private Refusal cut() {
        return new Refusal(where, "is a PNG that ends in the middle", "copy the picture again");
    }
}
