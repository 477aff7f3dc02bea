package dev.perch.runtime;

import dev.perch.render.BubblePainter;
import dev.perch.render.BubbleTheme;
import dev.perch.render.FontStack;
import dev.perch.render.Textures;

/** What the pets of one program share on the graphics card, in all their windows: pages and letters. Render thread only. */
final class Wardrobe implements AutoCloseable {
    private final PageTextures pages;
    private final BubblePainter bubbles;

    /**
     * An empty one.
     *
     * @param textures where pages become textures
     * @param fonts what bubbles are set in; belongs to the wardrobe from now on
     */
    Wardrobe(Textures textures, FontStack fonts, BubbleTheme theme) {
        pages = new PageTextures(textures);
        bubbles = new BubblePainter(textures, fonts, theme);
    }

    PageTextures pages() {
        return pages;
    }

    BubblePainter bubbles() {
        return bubbles;
    }

    /** After the last of the pets has left. */
    @Override
    public void close() {
        bubbles.dispose();
    }
}
