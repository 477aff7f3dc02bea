package dev.perch.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The checks of a sheet before any decoder sees it: what it is, how large, and nothing in it that is not needed. */
final class SheetCheck {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] LFS = "version https://git-lfs".getBytes(StandardCharsets.US_ASCII);
    private static final String SAVE = "save it again as WebP or PNG";

    private SheetCheck() {}

    /**
     * Checks a sheet.
     *
     * @param where name of the file, for the refusal
     */
    static SheetImage check(String where, byte[] file, PackageLimits limits) throws Refusal {
        return check(where, file, limits, false);
    }

    /** The same of a file whose pictures are wanted one after another: the first of an animation need not fill it. */
    static SheetImage film(String where, byte[] file, PackageLimits limits) throws Refusal {
        return check(where, file, limits, true);
    }

    private static SheetImage check(String where, byte[] file, PackageLimits limits, boolean film) throws Refusal {
        if (file.length == 0) {
            throw new Refusal(where, "is empty (0 bytes)", "copy the picture again");
        }
        if (starts(file, LFS)) {
            throw new Refusal(
                    where, "is a Git-LFS pointer, not the picture itself", "run \"git lfs pull\" where it came from");
        }
        if (starts(file, PNG)) {
            return new PngWalk(where, file, limits).walk();
        }
        if (file.length >= 12 && tag(file, 0).equals("RIFF") && tag(file, 8).equals("WEBP")) {
            return new WebpWalk(where, file, limits, film).walk();
        }
        throw new Refusal(where, "is neither WebP nor PNG" + guess(file), SAVE);
    }

    private static String guess(byte[] file) {
        if (file.length > 3 && tag(file, 0).equals("GIF8")) {
            return ", but GIF";
        }
        if (file.length > 2 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xd8) {
            return ", but JPEG";
        }
        boolean text = true;
        for (int i = 0; i < Math.min(64, file.length); i++) {
            text &= file[i] >= ' ' || file[i] == '\n' || file[i] == '\r' || file[i] == '\t';
        }
        return text ? ", but text" : "";
    }

    /** Whether the file begins as a PNG does. */
    static boolean isPng(byte[] file) {
        return starts(file, PNG);
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    /** Four bytes as letters; shorter at the end of the file. */
    static String tag(byte[] file, int at) {
        return new String(file, at, Math.min(4, file.length - at), StandardCharsets.ISO_8859_1);
    }

    /** Refuses a canvas that is empty or too large. */
    static void canvas(String where, long width, long height, PackageLimits limits) throws Refusal {
        if (width < 1 || height < 1) {
            throw new Refusal(where, "has a size of " + width + "x" + height, SAVE);
        }
        if (width > limits.imageSide() || height > limits.imageSide() || width * height > limits.imagePixels()) {
            throw new Refusal(
                    where,
                    "is " + width + "x" + height + " pixels, more than " + limits.imagePixels() / 1_000_000
                            + " million or " + limits.imageSide() + " a side",
                    "make it smaller: a sheet has 1536x1872 or 1536x2288");
        }
    }
}
