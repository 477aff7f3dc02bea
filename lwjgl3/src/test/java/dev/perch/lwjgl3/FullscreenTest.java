package dev.perch.lwjgl3;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pet and a window that takes the whole screen. */
final class FullscreenTest {
    @TempDir
    private Path store;

    private static XDesktop desktop;

    @BeforeAll
    static void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    @Test
    void thePetHidesWhileAWindowTakesTheWholeScreenAndComesBackAsItWas() {
        try (Child companion = desktop.open(CompanionProgram.command("pip", store, true))) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            try (Child film = desktop.open(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    FullscreenProgram.class.getName()))) {
                desktop.window("Film");
                Eventually.await(() -> state(window).contains("IsUnMapped"), () -> "still there: " + state(window));
                film.tell("over");
                film.awaitExit();
            }
            Eventually.await(
                    () -> state(window).contains("IsViewable")
                            && desktop.number(window, "Absolute upper-left X") == left
                            && manners(window),
                    () -> "it is " + state(window) + desktop.run("xprop", "-id", window)
                            + desktop.run("xprop", "-root", "_NET_ACTIVE_WINDOW") + companion.errors());
        }
    }

    private static String state(String window) {
        return desktop.run("xwininfo", "-id", window);
    }

    private static boolean manners(String window) {
        String properties = desktop.run("xprop", "-id", window);
        return properties.contains("_NET_WM_STATE_ABOVE") && properties.contains("_NET_WM_STATE_SKIP_TASKBAR");
    }
}
