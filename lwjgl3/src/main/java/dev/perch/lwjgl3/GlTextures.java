package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.glutils.PixmapTextureData;
import dev.perch.render.Textures;
import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

/** Textures of the GPU. The GL context must be current. */
final class GlTextures implements Textures {
    private static final int BYTES_PER_PIXEL = 4;

    private final GL20 gl;

    GlTextures(GL20 gl) {
        this.gl = gl;
    }

    @Override
    public Texture create(int width, int height, ByteBuffer rgba, boolean smooth) {
        Pixmap pixels = new Pixmap(width, height, Pixmap.Format.RGBA8888);
        pixels.getPixels().put(0, rgba, rgba.position(), width * height * BYTES_PER_PIXEL);
        Texture texture = new Texture(new PixmapTextureData(pixels, null, false, true));
        TextureFilter filter = smooth ? TextureFilter.Linear : TextureFilter.Nearest;
        texture.setFilter(filter, filter);
        return texture;
    }

    @Override
    public void update(Texture texture, int x, int y, int width, int height, ByteBuffer rgba) {
        int bytes = width * height * BYTES_PER_PIXEL;
        ByteBuffer copy = MemoryUtil.memAlloc(bytes);
        try {
            copy.put(0, rgba, rgba.position(), bytes);
            texture.bind();
            gl.glTexSubImage2D(GL20.GL_TEXTURE_2D, 0, x, y, width, height, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, copy);
        } finally {
            MemoryUtil.memFree(copy);
        }
    }
}
