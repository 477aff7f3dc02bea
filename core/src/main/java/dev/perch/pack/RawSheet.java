package dev.perch.pack;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the decode child wrote: one picture after another, rows from the top. Nothing in it is believed but the pixels. */
final class RawSheet implements Closeable {
    private final DataInputStream in;

    private RawSheet(DataInputStream in) {
        this.in = in;
    }

    /** How long the output for pictures of those sizes is. */
    static long bytes(List<SheetImage> images) {
        return images.stream().mapToLong(RawSheet::bytes).sum();
    }

    private static long bytes(SheetImage image) {
        return ChildProtocol.HEADER_BYTES + 4L * image.width() * image.height();
    }

    /** The index of the picture at which a child stopped that wrote that much. */
    static int whole(Path file, List<SheetImage> images) throws IOException {
        long left = Files.exists(file) ? Files.size(file) : 0;
        for (int i = 0; i < images.size(); i++) {
            left -= bytes(images.get(i));
            if (left < 0) {
                return i;
            }
        }
        return images.size() - 1;
    }

    /** Opens the output of a run. @throws Refusal when it is not what the checked headers announced */
    static RawSheet open(Path file, List<SheetImage> images, String where) throws Refusal, IOException {
        if (Files.size(file) != bytes(images)) {
            throw another(where);
        }
        return new RawSheet(new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)));
    }

    /** Begins the next picture. @throws Refusal when it is not what its checked header announced */
    void next(SheetImage image, String where) throws Refusal, IOException {
        if (in.readInt() != ChildProtocol.MAGIC || in.readInt() != image.width() || in.readInt() != image.height()) {
            throw another(where);
        }
    }

    /** The next row of the picture, straight RGBA. */
    void row(byte[] row) throws IOException {
        in.readFully(row);
    }

    private static Refusal another(String where) {
        return new Refusal(
                where, "holds another picture than its header says", "save the picture again as WebP or PNG");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
