package dev.perch.gesture;

import java.nio.file.Path;
import java.util.List;

/**
 * Something was dropped on the window.
 *
 * @param x in window pixels from the left
 * @param y in window pixels from the top
 * @param files none for a text
 * @param text empty for files
 * @param nanos when
 */
public record DropEvent(int x, int y, List<Path> files, String text, long nanos) {
    /** Takes a copy. */
    public DropEvent {
        files = List.copyOf(files);
    }
}
