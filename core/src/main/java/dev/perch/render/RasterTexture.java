package dev.perch.render;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.TextureData;
import org.jspecify.annotations.Nullable;

/**
 * A texture in memory, for {@link RasterBatch}. It works without OpenGL: binding does nothing, and what has no meaning
 * without it is refused. Edges clamp; there are no mip maps. Render thread only. Made by {@link RasterTextures}.
 */
public final class RasterTexture extends Texture {
    private final int width;
    private final int height;
    private int[] pixels;

    RasterTexture(int width, int height, boolean smooth) {
        this.width = width;
        this.height = height;
        pixels = new int[Math.multiplyExact(width, height)];
        TextureFilter filter = smooth ? TextureFilter.Linear : TextureFilter.Nearest;
        minFilter = filter;
        magFilter = filter;
    }

    /**
     * The texels, {@code 0xAARRGGBB}, rows from the top.
     *
     * @throws IllegalStateException when the texture was disposed
     */
    int[] pixels() {
        if (pixels.length == 0) {
            throw new IllegalStateException("texture of " + width + "x" + height + " is used after its disposal");
        }
        return pixels;
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public boolean isManaged() {
        return false;
    }

    @Override
    public void bind() {}

    @Override
    public void bind(int unit) {}

    /** @throws IllegalArgumentException for a filter of mip maps */
    @Override
    public void setFilter(TextureFilter min, TextureFilter mag) {
        unsafeSetFilter(min, mag, true);
    }

    @Override
    public void unsafeSetFilter(@Nullable TextureFilter min, @Nullable TextureFilter mag, boolean force) {
        minFilter = min == null ? minFilter : plain(min);
        magFilter = mag == null ? magFilter : plain(mag);
    }

    private static TextureFilter plain(TextureFilter filter) {
        if (filter.isMipMap()) {
            throw new IllegalArgumentException("a texture in memory has no mip maps: " + filter);
        }
        return filter;
    }

    /** @throws IllegalArgumentException for anything but clamping */
    @Override
    public void setWrap(TextureWrap u, TextureWrap v) {
        unsafeSetWrap(u, v, true);
    }

    @Override
    public void unsafeSetWrap(@Nullable TextureWrap u, @Nullable TextureWrap v, boolean force) {
        if (repeats(u) || repeats(v)) {
            throw new IllegalArgumentException("a texture in memory clamps to its edge: " + u + ", " + v);
        }
    }

    private static boolean repeats(@Nullable TextureWrap wrap) {
        return wrap != null && wrap != TextureWrap.ClampToEdge;
    }

    @Override
    public float unsafeSetAnisotropicFilter(float level, boolean force) {
        return 1;
    }

    @Override
    public float setAnisotropicFilter(float level) {
        return 1;
    }

    @Override
    public void load(TextureData data) {
        throw new UnsupportedOperationException("a texture in memory is filled through Textures");
    }

    @Override
    protected void reload() {
        throw new UnsupportedOperationException("a texture in memory is never lost");
    }

    @Override
    public void draw(Pixmap pixmap, int x, int y) {
        throw new UnsupportedOperationException("a texture in memory is filled through Textures");
    }

    @Override
    public TextureData getTextureData() {
        throw new UnsupportedOperationException("a texture in memory has no TextureData");
    }

    @Override
    public void dispose() {
        pixels = new int[0];
    }

    @Override
    public String toString() {
        return "texture of " + width + "x" + height;
    }
}
