package dev.perch.lwjgl3;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3NativesLoader;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.BufferUtils;
import dev.perch.render.RasterImage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.system.Configuration;

/**
 * Frames through real OpenGL with no display: the real LWJGL 3 application with a transparent framebuffer, on GLFW's
 * null platform with OSMesa. Every call boots an application and closes it.
 */
public final class GlFrames {
    /** What is done inside the application. */
    @FunctionalInterface
    public interface Session {
        void run(GlFrames frames);
    }

    private final int width;
    private final int height;
    private final SpriteBatch batch = new SpriteBatch(8191);
    private final GlTextures textures = new GlTextures(Gdx.gl);

    private GlFrames(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Runs the session with a framebuffer of that size in pixels; what it throws is thrown on. */
    public static void run(int width, int height, Session session) {
        Configuration.OPENGL_LIBRARY_NAME.set("libOSMesa.so.8");
        Lwjgl3NativesLoader.load();
        GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_NULL);
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setWindowedMode(width, height);
        config.setTransparentFramebuffer(true);
        config.setDecorated(false);
        config.setBackBufferConfig(8, 8, 8, 8, 0, 0, 0);
        config.disableAudio(true);
        List<Throwable> thrown = new ArrayList<>();
        new Lwjgl3Application(
                new ApplicationAdapter() {
                    @Override
                    public void create() {
                        try {
                            GlFrames frames = new GlFrames(width, height);
                            session.run(frames);
                            frames.batch.dispose();
                        } catch (RuntimeException | AssertionError e) {
                            thrown.add(e);
                        }
                        Gdx.app.exit();
                    }
                },
                config);
        rethrow(thrown);
    }

    private static void rethrow(List<Throwable> thrown) {
        for (Throwable t : thrown) {
            if (t instanceof AssertionError error) {
                throw error;
            }
            throw (RuntimeException) t;
        }
    }

    public SpriteBatch batch() {
        return batch;
    }

    public GlTextures textures() {
        return textures;
    }

    /** Makes the framebuffer transparent, draws, and reads the pixels back. */
    public RasterImage frame(Runnable drawing) {
        Gdx.gl.glClearColor(0, 0, 0, 0);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        drawing.run();
        ByteBuffer rgba = BufferUtils.newByteBuffer(width * height * 4);
        Gdx.gl.glPixelStorei(GL20.GL_PACK_ALIGNMENT, 1);
        Gdx.gl.glReadPixels(0, 0, width, height, GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, rgba);
        RasterImage image = new RasterImage(width, height);
        for (int i = 0; i < width * height; i++) {
            int from = ((height - 1 - i / width) * width + i % width) * 4;
            image.pixels()[i] = (rgba.get(from + 3) & 255) << 24
                    | (rgba.get(from) & 255) << 16
                    | (rgba.get(from + 1) & 255) << 8
                    | (rgba.get(from + 2) & 255);
        }
        return image;
    }
}
