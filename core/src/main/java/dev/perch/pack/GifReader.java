package dev.perch.pack;

import java.util.ArrayList;
import java.util.List;

/** Reads GIF in plain Java: every frame as the whole picture that is then on show. */
final class GifReader {
    private static final String SAVE = "save the picture again as GIF or PNG";
    private static final int MOST_CODES = 4096;

    /** What the blocks of a GIF begin with. */
    static final int EXTENSION = 0x21;

    static final int PICTURE = 0x2c;
    static final int TRAILER = 0x3b;

    /** The extension that says for how long a picture is shown. */
    static final int CONTROL = 0xf9;

    private final String where;
    private final byte[] file;
    private final PackageLimits limits;
    private int at;
    private int millis;
    private int transparent = -1;
    private FrameCanvas.After after = FrameCanvas.After.KEEP;

    private GifReader(String where, byte[] file, PackageLimits limits) {
        this.where = where;
        this.file = file;
        this.limits = limits;
    }

    static List<TimedPixels> read(String where, byte[] file, PackageLimits limits) throws Refusal {
        try {
            return new GifReader(where, file, limits).read();
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new Refusal(where, "is a GIF that ends in the middle", "copy the picture again");
        }
    }

    private List<TimedPixels> read() throws Refusal {
        at = 6;
        int width = number();
        int height = number();
        SheetCheck.canvas(where, width, height, limits);
        int flags = next();
        at += 2;
        int[] palette = (flags & 0x80) != 0 ? palette(2 << (flags & 7)) : new int[0];
        FrameCanvas canvas = new FrameCanvas(width, height);
        List<TimedPixels> frames = new ArrayList<>();
        for (int block = next(); block != TRAILER; block = next()) {
            if (block == EXTENSION) {
                extension();
            } else if (block == PICTURE) {
                canvas.extent.checkRoom(where, frames.size(), limits);
                frames.add(frame(canvas, palette));
            } else {
                throw broken();
            }
        }
        if (frames.isEmpty()) {
            throw broken();
        }
        return frames.size() == 1 ? List.of(new TimedPixels(frames.get(0).pixels(), 0)) : frames;
    }

    private void extension() {
        if (next() == CONTROL) {
            at++;
            int flags = next();
            millis = number() * 10;
            int index = next();
            transparent = (flags & 1) != 0 ? index : -1;
            after = switch (flags >> 2 & 7) {
                case 2 -> FrameCanvas.After.CLEAR;
                case 3 -> FrameCanvas.After.RESTORE;
                default -> FrameCanvas.After.KEEP;
            };
        }
        for (int length = next(); length > 0; length = next()) {
            at += length;
        }
    }

    private TimedPixels frame(FrameCanvas canvas, int[] shared) throws Refusal {
        int x = number();
        int y = number();
        int width = number();
        int height = number();
        int flags = next();
        int[] palette = (flags & 0x80) != 0 ? palette(2 << (flags & 7)) : shared;
        if (!canvas.extent.holds(x, y, width, height)) {
            throw broken();
        }
        byte[] indices = inflate(width * height);
        byte[] rgba = new byte[width * height * 4];
        boolean interlaced = (flags & 0x40) != 0;
        for (int row = 0; row < height; row++) {
            int to = interlaced ? line(row, height) : row;
            for (int column = 0; column < width; column++) {
                int index = indices[row * width + column] & 0xff;
                if (index != transparent && index < palette.length) {
                    int p = (to * width + column) * 4;
                    rgba[p] = (byte) (palette[index] >> 16);
                    rgba[p + 1] = (byte) (palette[index] >> 8);
                    rgba[p + 2] = (byte) palette[index];
                    rgba[p + 3] = (byte) 255;
                }
            }
        }
        Pixels shown = canvas.show(new Pixels(width, height, rgba), x, y, true, after);
        TimedPixels frame = new TimedPixels(shown, millis);
        millis = 0;
        transparent = -1;
        after = FrameCanvas.After.KEEP;
        return frame;
    }

    /** The line of the picture that comes as the n-th of an interlaced GIF. */
    private static int line(int nth, int height) {
        int left = nth;
        int[][] passes = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};
        for (int[] pass : passes) {
            int lines = (height - pass[0] + pass[1] - 1) / pass[1];
            if (left < lines) {
                return pass[0] + left * pass[1];
            }
            left -= Math.max(0, lines);
        }
        return height - 1;
    }

    /** LZW; what is missing at the end is index 0. */
    private byte[] inflate(int size) throws Refusal {
        int least = next();
        if (least < 1 || least > 11) {
            throw broken();
        }
        byte[] out = new byte[size];
        int[] prefix = new int[MOST_CODES];
        byte[] suffix = new byte[MOST_CODES];
        int[] lengths = new int[MOST_CODES];
        int clear = 1 << least;
        int codes = clear + 2;
        int bits = least + 1;
        int before = -1;
        int filled = 0;
        int held = 0;
        int count = 0;
        int block = next();
        boolean end = false;
        while (!end && block > 0) {
            held |= next() << count;
            count += 8;
            block--;
            if (block == 0) {
                block = next();
            }
            while (count >= bits && !end) {
                int code = held & (1 << bits) - 1;
                held >>>= bits;
                count -= bits;
                if (code == clear) {
                    codes = clear + 2;
                    bits = least + 1;
                    before = -1;
                } else if (code == clear + 1) {
                    end = true;
                } else {
                    if (code > codes || (code == codes && before < 0) || (code >= clear && code < clear + 2)) {
                        throw broken();
                    }
                    int first = first(code == codes ? before : code, clear, prefix);
                    if (before >= 0 && codes < MOST_CODES) {
                        prefix[codes] = before;
                        suffix[codes] = (byte) first;
                        lengths[codes] = length(before, clear, lengths) + 1;
                        codes++;
                        bits = codes == 1 << bits && bits < 12 ? bits + 1 : bits;
                    } else if (code >= codes) {
                        throw broken();
                    }
                    filled = write(code, clear, prefix, suffix, length(code, clear, lengths), out, filled);
                    before = code;
                    end = filled == out.length; // whatever follows could only cost time
                }
            }
        }
        while (block > 0) {
            at += block;
            block = next();
        }
        return out;
    }

    private static int length(int code, int clear, int[] lengths) {
        return code < clear ? 1 : lengths[code];
    }

    private static int first(int code, int clear, int[] prefix) {
        int c = code;
        while (c >= clear) {
            c = prefix[c];
        }
        return c;
    }

    private static int write(int code, int clear, int[] prefix, byte[] suffix, int length, byte[] out, int from) {
        int c = code;
        for (int i = from + length - 1; i >= from; i--) {
            byte value = c < clear ? (byte) c : suffix[c];
            if (i < out.length) {
                out[i] = value;
            }
            c = c < clear ? c : prefix[c];
        }
        return Math.min(out.length, from + length);
    }

    private int[] palette(int count) {
        int[] palette = new int[count];
        for (int i = 0; i < count; i++) {
            palette[i] = next() << 16 | next() << 8 | next();
        }
        return palette;
    }

    private int next() {
        return file[at++] & 0xff;
    }

    private int number() {
        return next() | next() << 8;
    }

    private Refusal broken() {
        return broken(where);
    }

    static Refusal broken(String where) {
        return new Refusal(where, "is a GIF with damaged data", SAVE);
    }
}
