package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.ControlAnswer;
import dev.perch.control.ControlClient;
import dev.perch.control.ControlCommand;
import dev.perch.local.LocalFault;
import dev.perch.local.RunFolder;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.runtime.SystemClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
        try (Child companion = start()) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            assertEquals("Axo", pet());
            ask(ControlCommand.PETS_PICK);
            Eventually.await(PickerOnDesktopTest::isThere, () -> "no picker: " + companion.errors());
            String window = desktop.window(TITLE);
            desktop.awaitKeyboard(window);
            Eventually.await(() -> Files.exists(home.resolve("verdicts.json")), () -> "the library is not read");
            desktop.screen().save(Path.of("target", "picker.png"));
            desktop.act("key Left key Return");
            Eventually.await(
                    () -> pet().equals("Pip"),
                    () -> pet() + " is on show; " + companion.errors() + memory() + " picker: " + isThere());
            awaitGone();

            ask(ControlCommand.PETS_PICK);
            desktop.awaitKeyboard(desktop.window(TITLE));
            desktop.act("key Escape");
            awaitGone();
            assertEquals("Pip", pet());

            ask(ControlCommand.PETS_PICK);
            desktop.window(TITLE);
            ask(ControlCommand.QUIT);
            assertEquals(0, companion.awaitExit(), () -> "" + companion.errors());
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

    private String pet() {
        return Objects.requireNonNull(ask(ControlCommand.STATUS).status()).pet();
    }

    private ControlAnswer ask(ControlCommand command) {
        try {
            ControlClient client = new ControlClient(RunFolder.open(null, home.resolve("run")), new SystemClock());
            ControlAnswer answer = client.ask(command).orElseThrow();
            assertTrue(answer.ok(), String.valueOf(answer.error()));
            return answer;
        } catch (LocalFault fault) {
            throw new AssertionError(fault);
        }
    }

    private Child start() {
        List<String> command = new ArrayList<>(CompanionProgram.command("axo", home, true));
        command.add(home.resolve("run").toString());
        return desktop.open(command);
    }
}
