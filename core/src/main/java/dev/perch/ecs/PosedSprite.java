package dev.perch.ecs;

import com.badlogic.gdx.graphics.Texture;
import dev.perch.anim.SpritePose;
import dev.perch.model.Sprite;
import dev.perch.render.Canvas;

/** Draws a sprite away from its place at rest. Allocates nothing. */
final class PosedSprite {
    private PosedSprite() {}

    /** @param contentScale window pixels for a logical pixel */
    static void draw(
            Canvas canvas, Texture page, Sprite sprite, Look look, Position at, SpritePose pose, float contentScale) {
        double moveX = at.x + pose.offsetX * contentScale;
        double moveY = at.y + pose.offsetY * contentScale;
        double feetX = look.feetX() * at.scale;
        double feetY = look.feetY() * at.scale;
        double left = feetX + (sprite.offsetX() * at.scale - feetX) * pose.scaleX;
        double top = feetY + (sprite.offsetY() * at.scale - feetY) * pose.scaleY;
        canvas.drawTurned(
                page,
                sprite.x(),
                sprite.y(),
                sprite.width(),
                sprite.height(),
                (float) (moveX + left),
                (float) (moveY + top),
                (float) (sprite.width() * at.scale * pose.scaleX),
                (float) (sprite.height() * at.scale * pose.scaleY),
                (float) (moveX + pose.pivotX * look.pet.cellWidth() * at.scale),
                (float) (moveY + pose.pivotY * look.pet.cellHeight() * at.scale),
                (float) pose.degrees);
    }
}
