package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.WindowBelow;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pet and a window that takes the whole of its monitor, the left one of two, under openbox. */
final class FullscreenTest {
    private static final String LEFT = "Absolute upper-left X";

    @TempDir
    static Path store;

    private static XDesktop desktop;

    private Child companion;
    private String pet;
    private Child film;

    @BeforeAll
    static void openDesktop() {
        desktop = XDesktop.start(XDesktop.Setting.TWO_MONITORS);
    }

    @AfterAll
    static void closeDesktop() {
        desktop.close();
    }

    @BeforeEach
    void open() {
        companion = CompanionProgram.start(desktop, "pip", store, true);
        companion.awaitLine(line -> line.startsWith("drawn"), 0);
        pet = desktop.window(DesktopApplication.TITLE);
    }

    @AfterEach
    void close() {
        film.close();
        companion.close();
    }

    @Test
    void itStaysHiddenWhileTheUserWritesOnTheOtherMonitorAndComesBackAsItWas() {
        int left = desktop.number(pet, LEFT);
        openFilm();
        awaitHidden(true);
        try (WindowBelow other = WindowBelow.open(desktop, 1500, 200)) {
            CompanionProgram.awaitWords(companion, 3);
            assertTrue(isHidden(), "the film still takes its monitor");
        }
        film.tell("over");
        film.awaitExit();
        awaitHidden(false);
        Eventually.await(
                () -> desktop.number(pet, LEFT) == left && hasManners(),
                () -> desktop.run("xwininfo", "-id", pet) + desktop.run("xprop", "-id", pet));
    }

    @Test
    void itComesBackWhenAnotherWindowLiesOverThatOneOrItIsMinimisedOrOnAnotherDesktop() {
        openFilm();
        awaitHidden(true);
        desktop.act("set_desktop 1");
        awaitHidden(false);
        desktop.act("set_desktop 0");
        awaitHidden(true);
        try (WindowBelow other = WindowBelow.open(desktop, 300, 200)) {
            awaitHidden(false);
            desktop.act("search --name Event.Tester windowmove 1500 200");
            awaitHidden(true);
        }
        desktop.act("search --name ^Film$ windowminimize");
        awaitHidden(false);
        desktop.act("search --name ^Film$ windowactivate");
        awaitHidden(true);
    }

    private void openFilm() {
        film = desktop.open(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FullscreenProgram.class.getName()));
        desktop.window("Film");
    }

    private void awaitHidden(boolean hidden) {
        Eventually.await(
                () -> isHidden() == hidden,
                () -> "it is " + desktop.run("xprop", "-id", pet, "WM_STATE")
                        + desktop.run("xprop", "-root", "_NET_CLIENT_LIST_STACKING", "_NET_ACTIVE_WINDOW")
                        + companion.errors());
    }

    private boolean isHidden() {
        return !desktop.run("xprop", "-id", pet, "WM_STATE").contains("window state: Normal");
    }

    private boolean hasManners() {
        String properties = desktop.run("xprop", "-id", pet);
        return properties.contains("_NET_WM_STATE_ABOVE") && properties.contains("_NET_WM_STATE_SKIP_TASKBAR");
    }
}
