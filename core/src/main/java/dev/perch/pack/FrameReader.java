package dev.perch.pack;

import java.io.IOException;
import java.util.List;

/** Reads a picture file of an author into frames: PNG and APNG. Any thread. */
public final class FrameReader {
    private final PackageLimits limits;

    /** A reader under those limits. */
    public FrameReader(PackageLimits limits) {
        this.limits = limits;
    }

    /**
     * All frames of a file: one for a still.
     *
     * @param where what problems call the file
     * @throws Refusal when the file is broken, too large, or no picture that can be read
     */
    public List<TimedPixels> read(String where, byte[] file) throws Refusal, IOException {
        if (SheetCheck.isPng(file)) {
            return PngReader.read(where, file, limits);
        }
        throw new Refusal(where, "is no PNG", "save it as PNG");
    }
}
