package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.control.ControlCommand;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picker on a desktop: a window of its own that has the keyboard, over the same application. */
final class PickerOnDesktopTest {
    private static final String TITLE = "Perch: choose a pet";

    @TempDir
    Path home;

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
    @Tag("long")
    void aPetIsChosenByKeysAndThePickerGoesAndComesAgain() throws Exception {
        try (LiveCompanion companion = new LiveCompanion(desktop, "axo", home, true)) {
            companion.window();
            assertEquals("Axo", companion.status().pet());
            companion.ask(ControlCommand.PETS_PICK);
            Eventually.await(PickerOnDesktopTest::isThere, () -> "no picker: " + companion.process.errors());
            String window = desktop.window(TITLE);
            desktop.awaitKeyboard(window);
            Eventually.await(() -> Files.exists(home.resolve("verdicts.json")), () -> "the library is not read");
            desktop.screen().save(Path.of("target", "picker.png"));
            desktop.act("key Left key Return");
            Eventually.await(
                    () -> companion.status().pet().equals("Pip"),
                    () -> companion.status().pet() + " is on show; " + companion.process.errors() + memory()
                            + " picker: " + isThere());
            awaitGone();

            companion.ask(ControlCommand.PETS_PICK);
            desktop.awaitKeyboard(desktop.window(TITLE));
            desktop.act("key Escape");
            awaitGone();
            assertEquals("Pip", companion.status().pet());

            companion.ask(ControlCommand.PETS_PICK);
            desktop.window(TITLE);
            companion.ask(ControlCommand.QUIT);
            assertEquals(0, companion.process.awaitExit(), () -> "" + companion.process.errors());
        }
    }

    private String memory() {
        return CompanionProgram.memory(home).read().toString();
    }

    private static void awaitGone() {
        Eventually.await(() -> !isThere(), () -> "it is still there");
    }

    /** xwininfo fails over a window that goes while it looks: it was there. */
    private static boolean isThere() {
        try {
            return desktop.run("xwininfo", "-root", "-tree").contains(TITLE);
        } catch (AssertionError going) {
            return true;
        }
    }
}
