package dev.perch.pack;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the decode child wrote, read in bands from the top. Nothing in it is believed but the pixels. */
final class RawSheet implements Closeable {
    private final DataInputStream in;
    private final int width;

    private RawSheet(DataInputStream in, int width) {
        this.in = in;
        this.width = width;
    }

    /** How long the output for that size is. */
    static long bytes(SheetImage image) {
        return ChildProtocol.HEADER_BYTES + 4L * image.width() * image.height();
    }

    /** Opens the output of a run. @throws Refusal when it is not what the checked header announced */
    static RawSheet open(Path file, SheetImage image, String where) throws Refusal, IOException {
        if (Files.size(file) == bytes(image)) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
            if (in.readInt() == ChildProtocol.MAGIC
                    && in.readInt() == image.width()
                    && in.readInt() == image.height()) {
                return new RawSheet(in, image.width());
            }
            in.close();
        }
        throw new Refusal(where, "holds another picture than its header says", "save the picture again as WebP or PNG");
    }

    /** The next {@code rows} rows, straight RGBA. */
    void read(byte[] band, int rows) throws IOException {
        in.readFully(band, 0, rows * width * 4);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
