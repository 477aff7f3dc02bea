package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.utils.Disposable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The textures that glyphs, icons and cards share, filled as they are needed and never emptied. A
 * clear pixel is left between pictures.
 */
final class UiSheet implements Disposable {
    /** Edge of the first page in pixels: enough for Latin at scale 1, 1 MiB. */
    private static final int FIRST_EDGE = 512;
    /** Edge of those that follow: about 3,000 glyphs of 13 px, 4 MiB. */
    private static final int EDGE = 1024;

    private static final int GAP = 1;

    private final Textures textures;
    private final List<Shelves> pages = new ArrayList<>();
    private boolean disposed;

    UiSheet(Textures textures) {
        this.textures = textures;
    }

    /** Whether a picture of that size has room on a page. */
    static boolean fits(int width, int height) {
        return width <= FIRST_EDGE - 2 * GAP && height <= FIRST_EDGE - 2 * GAP;
    }

    /**
     * Puts a picture of at least one pixel on a page.
     *
     * @throws IllegalArgumentException when it does not fit
     */
    Patch add(Ink ink) {
        if (!fits(ink.width(), ink.height())) {
            throw new IllegalArgumentException(ink.width() + "x" + ink.height() + " is too large for a page");
        }
        for (Shelves page : pages) {
            Patch patch = page.place(ink.width(), ink.height());
            if (patch != null) {
                return upload(patch, ink);
            }
        }
        int edge = pages.isEmpty() ? FIRST_EDGE : EDGE;
        Shelves page = new Shelves(textures.create(edge, edge, ByteBuffer.allocateDirect(edge * edge * 4), true), edge);
        pages.add(page);
        Patch patch = page.place(ink.width(), ink.height());
        if (patch == null) {
            throw new AssertionError("an empty page has no room");
        }
        return upload(patch, ink);
    }

    /** How many textures there are. */
    int pages() {
        return pages.size();
    }

    Texture page(int index) {
        return pages.get(index).texture();
    }

    /** Whether its textures are gone. */
    boolean disposed() {
        return disposed;
    }

    private Patch upload(Patch patch, Ink ink) {
        textures.update(patch.texture(), patch.x(), patch.y(), patch.width(), patch.height(), ink.rgba());
        return patch;
    }

    @Override
    public void dispose() {
        disposed = true;
        for (Shelves page : pages) {
            page.texture().dispose();
        }
    }
}
