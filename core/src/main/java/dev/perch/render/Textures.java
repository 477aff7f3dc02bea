package dev.perch.render;

import com.badlogic.gdx.graphics.Texture;
import java.nio.ByteBuffer;

/**
 * Where textures come from: the GPU in a window, memory in a headless run. Render thread only. Pixels are RGBA,
 * premultiplied, rows from the top, and are copied. A texture is freed by {@link Texture#dispose}.
 */
public interface Textures {
    /**
     * A new texture.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgba {@code width * height * 4} bytes from its position on
     * @param smooth linear filtering, else nearest
     */
    Texture create(int width, int height, ByteBuffer rgba, boolean smooth);

    /**
     * Replaces a rectangle of a texture of this source.
     *
     * @param rgba {@code width * height * 4} bytes from its position on
     */
    void update(Texture texture, int x, int y, int width, int height, ByteBuffer rgba);
}
