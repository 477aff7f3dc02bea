package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.Batch;
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
     * @param windowHeight to turn over for LibGDX's upward y
     */
    public static void draw(
            Batch batch, Texture page, Sprite sprite, float cellX, float cellY, float scale, int windowHeight) {
        float width = sprite.width() * scale;
        float height = sprite.height() * scale;
        float x = cellX + sprite.offsetX() * scale;
        float top = cellY + sprite.offsetY() * scale;
        batch.draw(
                page,
                x,
                windowHeight - top - height,
                width,
                height,
                sprite.x(),
                sprite.y(),
                sprite.width(),
                sprite.height(),
                false,
                false);
    }
}
