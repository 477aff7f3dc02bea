package dev.perch.pack;

import dev.perch.files.Folders;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes lossless WebP, in the decode child: for Perch's own art. Any thread; blocks for the child. */
public final class WebpEncoder {
    private final DecodeProcess child;
    private final PackageLimits limits;

    /** An encoder that runs in that child. */
    public WebpEncoder(DecodeProcess child, PackageLimits limits) {
        this.child = child;
        this.limits = limits;
    }

    /**
     * Encodes a picture. What is visible comes back exactly; what is fully transparent comes back as zeros.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgba {@code width * height * 4} bytes, straight alpha, rows from the top
     * @throws IOException when the child cannot do it
     * @throws InterruptedException when this thread is interrupted
     */
    public byte[] encode(int width, int height, byte[] rgba) throws IOException, InterruptedException {
        if (rgba.length != width * height * 4) {
            throw new IllegalArgumentException(width + "x" + height + " in " + rgba.length + " bytes");
        }
        Path folder = Files.createTempDirectory("perch-encode");
        try {
            Path in = folder.resolve("raster");
            Path out = folder.resolve("image");
            try (DataOutputStream data = new DataOutputStream(Files.newOutputStream(in))) {
                data.writeInt(width);
                data.writeInt(height);
                data.write(rgba);
            }
            DecodeProcess.Outcome outcome =
                    child.run(ChildProtocol.ENCODE, in, out, rgba.length + 4096L, limits.childLargeHeapMiB());
            if (outcome != DecodeProcess.Outcome.DONE) {
                throw new IOException("the WebP encoder failed: " + outcome);
            }
            return Files.readAllBytes(out);
        } finally {
            Folders.delete(folder);
        }
    }
}
