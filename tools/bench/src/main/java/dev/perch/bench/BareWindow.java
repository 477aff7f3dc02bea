package dev.perch.bench;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import dev.perch.tools.cost.LoopFigures;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The partner of whole-process benchmarks: what a LibGDX programmer writes first to show the same sheet in a window of the same
 * size. The stock loop, six pictures a second, nothing else. Arguments: the sheet as PNG, width and height of the window.
 */
public final class BareWindow extends ApplicationAdapter {
    private static final int FPS = 6;
    private static final int FRAMES = 6;
    private static final int CELL_WIDTH = 112;
    private static final int CELL_HEIGHT = 122;

    private final String sheet;
    private final AtomicLong draws = new AtomicLong();
    private volatile long first;
    private volatile long last;
    private @Nullable SpriteBatch batch;
    private @Nullable Texture texture;

    private BareWindow(String sheet) {
        this.sheet = sheet;
    }

    /** Runs it until it is killed. */
    public static void main(String[] arguments) {
        BareWindow window = new BareWindow(arguments[0]);
        Thread answers = new Thread(window::answer, "answers");
        answers.setDaemon(true);
        answers.start();
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.disableAudio(true);
        config.setTitle("Bare");
        config.setWindowedMode(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        config.setDecorated(false);
        config.setTransparentFramebuffer(true);
        config.setInitialBackgroundColor(new Color(0, 0, 0, 0));
        config.setBackBufferConfig(8, 8, 8, 8, 0, 0, 0);
        config.useVsync(false);
        config.setForegroundFPS(FPS);
        new Lwjgl3Application(window, config);
    }

    @Override
    public void create() {
        batch = new SpriteBatch();
        texture = new Texture(new FileHandle(new File(sheet)));
    }

    @Override
    public void render() {
        SpriteBatch target = batch;
        Texture page = texture;
        if (target == null || page == null) {
            return;
        }
        Gdx.gl.glClearColor(0, 0, 0, 0);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        int frame = (int) (draws.get() % FRAMES);
        int width = page.getWidth() / FRAMES;
        target.begin();
        target.draw(page, 0, 0, CELL_WIDTH, CELL_HEIGHT, frame * width, 0, width, page.getHeight(), false, false);
        target.end();
        last = System.nanoTime();
        if (draws.incrementAndGet() == 1) {
            first = last;
        }
    }

    private void answer() {
        try {
            for (int read = System.in.read(); read >= 0; read = System.in.read()) {
                if (read == '\n') {
                    long drawn = draws.get();
                    System.out.println(new LoopFigures(drawn, drawn, drawn, 0, -1, first, last).line());
                }
            }
        } catch (IOException gone) {
            System.exit(1);
        }
    }
}
