package dev.perch.lwjgl3;

import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3NativesLoader;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Window;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3WindowAdapter;
import com.badlogic.gdx.backends.lwjgl3.audio.Lwjgl3Audio;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.glutils.HdpiMode;
import dev.perch.api.Clock;
import dev.perch.lwjgl3.DesktopFault.Kind;
import dev.perch.model.Problem;
import dev.perch.model.Room;
import dev.perch.runtime.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.Platform;

/** The pet on a real desktop: one window, and a loop that sleeps until there is something to show. */
public final class DesktopApplication {
    /** The window's title and class. */
    public static final String TITLE = "Perch";

    private static final int REHEARSED_PICTURES = 5;

    /** Of a window that hangs, the innermost so many calls are told. */
    private static final int HANGING_CALLS = 12;

    private final WindowContent content;
    private final Clock clock;
    private final DesktopNotices notices;
    private final LoopCounters counters = new LoopCounters();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final WakeLatch latch;
    private volatile @Nullable Thread renderThread;

    /** An application that shows the content once it runs. */
    public DesktopApplication(WindowContent content, Clock clock, DesktopNotices notices) {
        this.content = content;
        this.clock = clock;
        this.notices = notices;
        latch = new WakeLatch(clock, this::hangs);
    }

    /** Wakes or closes the window; works before it is there, too. */
    public WindowControl control() {
        return latch;
    }

    /** What the loop has done so far. */
    public LoopCounters counters() {
        return counters;
    }

    /**
     * Shows the window and returns once it is closed. The thread that calls becomes the render thread; macOS demands that it be
     * the first of the process.
     *
     * @throws DesktopFault when there can be no window, or something broke
     * @throws ProblemException when the content has nothing to show
     * @throws IOException when what is to be shown cannot be read
     */
    public void run() throws DesktopFault, ProblemException, IOException {
        run(true);
    }

    /** Goes the way of {@link #run} with a window that is never seen, and returns after some pictures. */
    void rehearse() throws DesktopFault, ProblemException, IOException {
        run(false);
    }

    private void run(boolean visible) throws DesktopFault, ProblemException, IOException {
        openDisplay();
        WindowSystem system = windowSystem();
        Room at = content.open(system.monitors());
        Lwjgl3ApplicationConfiguration config = configuration(at);
        config.setInitialVisible(visible);
        PetWindow window = new PetWindow(content, at, system, latch, clock, counters, notices);
        config.setWindowListener(new Lwjgl3WindowAdapter() {
            @Override
            public void created(Lwjgl3Window created) {
                window.created(created.getWindowHandle());
                if (!visible) {
                    window.closeAfter(REHEARSED_PICTURES);
                    return;
                }
                warnWithoutCompositor(created.getWindowHandle());
            }
        });
        renderThread = Thread.currentThread();
        counters.countAllocationOf(Thread.currentThread());
        SpareMemory.giveBackSoon();
        show(window, new PetWindows(content, window), config);
    }

    private void hangs() {
        Thread thread = renderThread;
        String where = thread == null
                ? ""
                : Arrays.stream(thread.getStackTrace())
                        .limit(HANGING_CALLS)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < ", " (at ", ")"));
        notices.warn(Problem.warning(
                "desktop",
                "the window has done nothing for 5 seconds" + where,
                "start Perch again if it stays so, and tell its makers what stands here"));
    }

    private void show(PetWindow window, PetWindows all, Lwjgl3ApplicationConfiguration config) throws DesktopFault {
        EventLoop eventLoop = new EventLoop(all, clock, latch, counters);
        latch.setOpen(true);
        try {
            // LibGDX runs its whole loop inside this constructor.
            new Lwjgl3Application(window, config) {
                @Override
                public Lwjgl3Audio createAudio(Lwjgl3ApplicationConfiguration unused) {
                    return eventLoop;
                }

                @Override
                protected void loop() {
                    try {
                        super.loop();
                    } finally {
                        latch.setOpen(false);
                        all.dispose();
                    }
                }
            };
        } catch (RuntimeException e) {
            throw window.exists() ? broken(e) : noGraphics(e);
        } finally {
            latch.setOpen(false);
        }
    }

    /** Loads the libraries that a window will need. Any thread; whoever needs one meanwhile waits for it. */
    static void prepare() {
        try {
            loadNatives();
            GL.getFunctionProvider();
        } catch (RuntimeException | LinkageError unloaded) {
            // The window says so, in its own words.
        }
    }

    static synchronized void loadNatives() {
        // LWJGL's own allocator is a further library with further memory, for speed that nothing here needs.
        Configuration.MEMORY_ALLOCATOR.set("system");
        Lwjgl3NativesLoader.load();
        GLFW.getLibrary();
        SystemLibraries.tellLwjgl();
    }

    private void openDisplay() throws DesktopFault {
        Lwjgl3ApplicationConfiguration.errorStream =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            loadNatives();
            if (Platform.get() == Platform.LINUX) {
                GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
            }
            // Of LibGDX's public methods, those that ask for monitors are the ones that start GLFW.
            Lwjgl3ApplicationConfiguration.getPrimaryMonitor();
        } catch (RuntimeException e) {
            throw noDisplay(e);
        }
    }

    private WindowSystem windowSystem() {
        if (GLFW.glfwGetPlatform() != GLFW.GLFW_PLATFORM_X11) {
            return new PassThroughSystem();
        }
        XErrors.handle(this::displayLost);
        return new X11System();
    }

    private static Lwjgl3ApplicationConfiguration configuration(Room at) {
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setTitle(TITLE);
        config.setWindowedMode(at.width(), at.height());
        config.setWindowPosition(at.left(), at.top());
        config.setDecorated(false);
        config.setResizable(false);
        config.setTransparentFramebuffer(true);
        config.setInitialBackgroundColor(new Color(0, 0, 0, 0));
        config.setBackBufferConfig(8, 8, 8, 8, 0, 0, 0);
        config.setHdpiMode(HdpiMode.Pixels);
        config.useVsync(false);
        config.setForegroundFPS(0);
        // LibGDX sleeps 1000 / idleFPS ms after a turn with no picture: none, since the turn has waited already.
        config.setIdleFPS(Integer.MAX_VALUE);
        return config;
    }

    private void warnWithoutCompositor(long window) {
        if (GLFW.glfwGetWindowAttrib(window, GLFW.GLFW_TRANSPARENT_FRAMEBUFFER) != GLFW.GLFW_TRUE) {
            notices.warn(Problem.warning(
                    "desktop",
                    "no compositor runs, so the pet's soft edges are cut hard",
                    "start one (picom, for example) and then Perch again"));
        }
    }

    /**
     * Each connection of the process may hear of it, on its own thread: the first one ends the process, the others wait for
     * that.
     */
    private int displayLost() {
        while (!lost.compareAndSet(false, true)) {
            LockSupport.park(this);
        }
        DesktopFault fault = new DesktopFault(
                Kind.DISPLAY_LOST,
                Problem.error(
                        displayName(), "the display server closed the connection", "start Perch again on a display"));
        notices.displayLost(fault);
        return fault.kind().exitCode();
    }

    private static DesktopFault noDisplay(RuntimeException e) {
        return new DesktopFault(
                Kind.NO_DISPLAY,
                Problem.error(
                        displayName(),
                        "no display answers" + reason(e),
                        "start Perch inside a desktop session (X11, or Wayland with XWayland)"),
                e);
    }

    private static DesktopFault noGraphics(RuntimeException e) {
        return new DesktopFault(
                Kind.NO_GRAPHICS,
                Problem.error(
                        displayName(),
                        "it gives no OpenGL 2.0 window" + reason(e),
                        "install or update its graphics driver"),
                e);
    }

    private static DesktopFault broken(RuntimeException e) {
        return new DesktopFault(
                Kind.BROKEN,
                Problem.error("window", "it stopped by an error of Perch itself (" + e + ")", "please report it"),
                e);
    }

    private static String displayName() {
        String name = System.getenv("DISPLAY");
        return name == null || name.isEmpty() ? "display" : "display " + name;
    }

    private static String reason(RuntimeException e) {
        String said = GlfwErrors.last();
        @Nullable String reason = said == null ? e.getMessage() : said;
        return reason == null ? "" : " (" + reason + ")";
    }
}
