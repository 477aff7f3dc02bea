package dev.perch.pack;

import dev.perch.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a picture file of an author into frames: PNG, APNG and GIF in plain Java, WebP in the decode child. Any thread. */
public final class FrameReader {
    private final DecodeProcess decoder;
    private final PackageLimits limits;

    /** A reader under those limits. */
    public FrameReader(DecodeProcess decoder, PackageLimits limits) {
        this.decoder = decoder;
        this.limits = limits;
    }

    /**
     * All frames of a file: one for a still.
     *
     * @param where what problems call the file
     * @throws Refusal when the file is broken, too large, or no picture that can be read
     */
    public List<TimedPixels> read(String where, byte[] file) throws Refusal, IOException, InterruptedException {
        if (SheetCheck.isPng(file)) {
            return PngReader.read(where, file, limits);
        }
        if (GifSheet.isGif(file)) {
            return GifReader.read(where, file, limits);
        }
        Path work = Files.createTempDirectory("perch-frames");
        try {
            return WebpFrames.read(where, file, limits, new ChildDecoder(decoder, limits, work));
        } finally {
            Folders.delete(work);
        }
    }
}
