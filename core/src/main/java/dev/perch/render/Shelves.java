package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The free room of one texture page. */
final class Shelves {
    private static final int GAP = 1;
    /** Heights are rounded up to this, so that letters of about the same height share a shelf. */
    private static final int STEP = 4;

    private final Texture texture;
    private final int edge;
    private final List<Shelf> shelves = new ArrayList<>();
    private int bottom = GAP;

    Shelves(Texture texture, int edge) {
        this.texture = texture;
        this.edge = edge;
    }

    Texture texture() {
        return texture;
    }

    /** Takes room for a picture, or answers null when there is none. */
    @Nullable
    Patch place(int width, int height) {
        int high = (height + STEP - 1) / STEP * STEP;
        for (Shelf shelf : shelves) {
            if (shelf.height >= height && shelf.height <= high + STEP && shelf.end + width + GAP <= edge) {
                return shelf.put(width, height);
            }
        }
        int clipped = Math.min(high, edge - GAP - bottom);
        if (clipped < height || width + 2 * GAP > edge) {
            return null;
        }
        Shelf shelf = new Shelf(bottom, clipped);
        shelves.add(shelf);
        bottom += clipped + GAP;
        return shelf.put(width, height);
    }

    private final class Shelf {
        private final int top;
        private final int height;
        private int end = GAP;

        Shelf(int top, int height) {
            this.top = top;
            this.height = height;
        }

        Patch put(int width, int height) {
            Patch patch = new Patch(texture, end, top, width, height);
            end += width + GAP;
            return patch;
        }
    }
}
