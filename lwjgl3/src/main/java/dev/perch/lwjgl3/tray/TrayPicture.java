package dev.perch.lwjgl3.tray;

import java.nio.ByteBuffer;
import java.util.List;

/** Perch's icon: a bird on a perch, drawn for 16 pixels and repeated for more. */
final class TrayPicture {
    private static final int SIZE = 16;

    private static final String[] ROWS = {
        "................",
        ".....oooooo.....",
        "....oyyyyyyo....",
        "...oyyyyyyyyo...",
        "...oyowyyyowo...",
        "...oyooyyyooo...",
        "...oyyyrryyyo...",
        "...oyyyrryyyo...",
        "..ooyyyyyyyyoo..",
        ".ooyyywwwwyyyoo.",
        ".oyyywwwwwwyyyo.",
        ".oyyywwwwwwyyyo.",
        "..ooyywwwwyyoo..",
        "....oorooroo....",
        "bbbbbbrbbrbbbbbb",
        "................",
    };

    private TrayPicture() {}

    /** In three sizes, as StatusNotifierItem wants them: width, height, and ARGB from the most significant byte on. */
    static List<Object> sizes() {
        return List.of(size(1), size(2), size(3));
    }

    private static List<Object> size(int times) {
        int width = SIZE * times;
        ByteBuffer argb = ByteBuffer.allocate(width * width * Integer.BYTES);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                argb.putInt(colour(ROWS[y / times].charAt(x / times)));
            }
        }
        return List.of(width, width, argb.array());
    }

    private static int colour(char letter) {
        return switch (letter) {
            case 'o' -> 0xff3a2f2a;
            case 'y' -> 0xfff5c84c;
            case 'w' -> 0xfffff6df;
            case 'r' -> 0xffe8793a;
            case 'b' -> 0xff8a5a3c;
            default -> 0;
        };
    }
}
