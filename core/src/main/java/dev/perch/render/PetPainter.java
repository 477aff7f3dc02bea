package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import dev.perch.model.Sprite;

/** Draws one sprite of a pet. */
public final class PetPainter {
    private PetPainter() {}

    /**
     * Draws the ink of a sprite. Allocates nothing.
     *
     * @param page the texture of the sprite's page
     * @param cellX left edge of the cell, in window pixels
     * @param cellY top edge of the cell, in window pixels from the top
     * @param scale window pixels for one page pixel
     */
    public static void draw(Canvas canvas, Texture page, Sprite sprite, float cellX, float cellY, float scale) {
        canvas.draw(
                page,
                sprite.x(),
                sprite.y(),
                sprite.width(),
                sprite.height(),
                cellX + sprite.offsetX() * scale,
                cellY + sprite.offsetY() * scale,
                sprite.width() * scale,
                sprite.height() * scale);
    }
}
