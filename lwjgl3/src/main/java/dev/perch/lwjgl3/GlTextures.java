package dev.perch.lwjgl3;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.Texture.TextureFilter;
import com.badlogic.gdx.graphics.glutils.PixmapTextureData;
import com.badlogic.gdx.utils.BufferUtils;
import dev.perch.render.Textures;
import java.nio.ByteBuffer;

/** Textures on the GPU, in the current OpenGL context. Render thread only. */
public final class GlTextures implements Textures {
    private ByteBuffer staging = BufferUtils.newByteBuffer(0);

    @Override
    public Texture create(int width, int height, ByteBuffer rgba, boolean smooth) {
        Pixmap pixmap = new Pixmap(width, height, Pixmap.Format.RGBA8888);
        pixmap.getPixels().put(0, rgba, rgba.position(), width * height * 4);
        Texture texture = new Texture(new PixmapTextureData(pixmap, null, false, true, false));
        TextureFilter filter = smooth ? TextureFilter.Linear : TextureFilter.Nearest;
        texture.setFilter(filter, filter);
        return texture;
    }

    @Override
    public void update(Texture texture, int x, int y, int width, int height, ByteBuffer rgba) {
        int length = width * height * 4;
        if (staging.capacity() < length) {
            staging = BufferUtils.newByteBuffer(length);
        }
        staging.clear();
        staging.put(0, rgba, rgba.position(), length).limit(length);
        texture.bind();
        Gdx.gl.glPixelStorei(GL20.GL_UNPACK_ALIGNMENT, 1);
        Gdx.gl.glTexSubImage2D(
                GL20.GL_TEXTURE_2D, 0, x, y, width, height, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, staging);
    }
}
