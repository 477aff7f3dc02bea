package dev.perch.lwjgl3;

import dev.perch.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a program says, of which the last 64 KiB are kept: it never has to wait for a reader. Read on a thread of its own until the
 * program, and all that it left behind, has closed its output.
 */
final class ProgramOutput {
    private static final int KEPT = 1 << 16;
    private static final int PIECE = 1 << 12;
    private static final long PATIENCE_MILLIS = 200;

    private final byte[] ring = new byte[KEPT];
    private final Thread reader;
    private long said;

    ProgramOutput(InputStream from) {
        reader = new Thread(() -> read(from), "perch-output");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream from) {
        byte[] piece = new byte[PIECE];
        try {
            for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
                keep(piece, count);
            }
        } catch (IOException closed) {
            // What it said until then is kept.
        }
    }

    private synchronized void keep(byte[] piece, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (said++ % KEPT)] = piece[i];
        }
    }

    /** How many bytes are kept. */
    synchronized int kept() {
        return (int) Math.min(said, KEPT);
    }

    /** Its last line with words, in so many characters; empty: it said nothing. For a program that has ended. */
    String lastLine(int most) throws InterruptedException {
        reader.join(PATIENCE_MILLIS);
        byte[] bytes;
        synchronized (this) {
            bytes = new byte[kept()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = ring[(int) ((said - bytes.length + i) % KEPT)];
            }
        }
        String last = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (before, line) -> line);
        return VisibleText.shown(last, most);
    }
}
