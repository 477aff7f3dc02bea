package dev.perch.lwjgl3;

import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.glutils.GLOnlyTextureData;
import dev.perch.render.Textures;
import java.nio.ByteBuffer;
import org.lwjgl.system.MemoryUtil;

/** Textures of the GPU. The GL context must be current. */
final class GlTextures implements Textures {
    private final GL20 gl;

    GlTextures(GL20 gl) {
        this.gl = gl;
    }

    @Override
    public Texture create(int width, int height, ByteBuffer rgba, boolean smooth) {
        Texture texture =
                new Texture(new GLOnlyTextureData(width, height, 0, GL20.GL_RGBA, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE));
        update(texture, 0, 0, width, height, rgba);
        TextureFilter filter = smooth ? TextureFilter.Linear : TextureFilter.Nearest;
        texture.setFilter(filter, filter);
        return texture;
    }

    @Override
    public void update(Texture texture, int x, int y, int width, int height, ByteBuffer rgba) {
        texture.bind();
        ByteBuffer copy = rgba.isDirect()
                ? null
                : MemoryUtil.memAlloc(rgba.remaining()).put(rgba.duplicate()).flip();
        gl.glTexSubImage2D(
                GL20.GL_TEXTURE_2D,
                0,
                x,
                y,
                width,
                height,
                GL20.GL_RGBA,
                GL20.GL_UNSIGNED_BYTE,
                copy == null ? rgba : copy);
        MemoryUtil.memFree(copy);
    }
}
