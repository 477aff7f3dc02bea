package dev.perch.render.film;

import dev.perch.render.RasterImage;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes a moving picture that plays for ever. Frames are given one by one; the file is written at the latest by
 * {@link #close}, which leaves the stream open. A film must have a frame. For one thread at a time.
 */
public interface FilmWriter extends Closeable {
    /**
     * The next frame; equal frames in a row are shown as one.
     *
     * @param image is not kept, so it may be drawn on again
     * @param millis how long it is shown, from 1 on
     * @throws IllegalArgumentException when the size is not that of the film or the time is below 1
     */
    void frame(RasterImage image, int millis) throws IOException;
}
