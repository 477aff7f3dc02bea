package dev.perch.tools.sheets;

import dev.perch.pack.Pixels;
import java.util.List;

/**
 * A picture of an atlas, cut to its ink.
 *
 * @param name of the region: the state
 * @param index of the picture in it
 * @param millis for how long it is shown, 0 where that is not said
 * @param ink what lies on the page; at least one pixel
 * @param x of the ink in the whole picture
 * @param y of the ink in the whole picture, from the top
 * @param width of the whole picture
 * @param height of the whole picture
 */
record Region(String name, int index, int millis, Pixels ink, int x, int y, int width, int height) {
    /** A picture, cut to its ink where that is wanted. */
    static Region of(String name, int index, ArtFrame frame, boolean strip) {
        Pixels whole = frame.pixels().withoutHiddenColor();
        Anchor anchor = strip ? Anchor.of(List.of(whole)) : null;
        if (!strip) {
            return new Region(name, index, frame.millis(), whole, 0, 0, whole.width(), whole.height());
        }
        if (anchor == null) {
            return new Region(name, index, frame.millis(), whole.crop(0, 0, 1, 1), 0, 0, whole.width(), whole.height());
        }
        Pixels ink =
                whole.crop(anchor.left(), anchor.top(), anchor.right() - anchor.left(), anchor.bottom() - anchor.top());
        return new Region(name, index, frame.millis(), ink, anchor.left(), anchor.top(), whole.width(), whole.height());
    }
}
