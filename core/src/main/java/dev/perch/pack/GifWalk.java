package dev.perch.pack;

import java.util.ArrayList;
import java.util.List;

/** Goes through the blocks of a GIF and decodes none: how large it is, and for how long each picture is shown. */
final class GifWalk {
    final List<Integer> millis = new ArrayList<>();
    int width;
    int height;
    private final String where;
    private final byte[] file;
    private final PackageLimits limits;
    private int at = 6;
    private int delay;

    GifWalk(String where, byte[] file, PackageLimits limits) {
        this.where = where;
        this.file = file;
        this.limits = limits;
    }

    /** @throws Refusal when it is damaged, or more than an animation may be */
    GifWalk walk() throws Refusal {
        try {
            return blocks();
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new Refusal(where, "is a GIF that ends in the middle", "copy the picture again");
        }
    }

    private GifWalk blocks() throws Refusal {
        width = number();
        height = number();
        SheetCheck.canvas(where, width, height, limits);
        FrameCanvas.Extent canvas = new FrameCanvas.Extent(width, height);
        int flags = next();
        at += 2 + palette(flags);
        for (int block = next(); block != GifReader.TRAILER; block = next()) {
            if (block == GifReader.EXTENSION) {
                extension();
            } else if (block == GifReader.PICTURE) {
                canvas.checkRoom(where, millis.size(), limits);
                if (!canvas.holds(number(), number(), number(), number())) {
                    throw GifReader.broken(where);
                }
                int own = next();
                at += palette(own) + 1; // and the size of its codes
                skip();
                millis.add(delay);
                delay = 0;
            } else {
                throw GifReader.broken(where);
            }
        }
        if (millis.isEmpty()) {
            throw GifReader.broken(where);
        }
        return this;
    }

    private void extension() {
        if (next() == GifReader.CONTROL) {
            at += 2;
            delay = number() * 10;
            at++;
        }
        skip();
    }

    private void skip() {
        for (int length = next(); length > 0; length = next()) {
            at += length;
        }
    }

    /** Bytes of the palette that those flags announce. */
    private static int palette(int flags) {
        return (flags & 0x80) != 0 ? 3 * (2 << (flags & 7)) : 0;
    }

    private int next() {
        return file[at++] & 0xff;
    }

    private int number() {
        return next() | next() << 8;
    }
}
