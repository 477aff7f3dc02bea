package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.bridge.BusyServer;
import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cards of many threads under a real pointer and wheel. Pictures: {@code target/screens/cards-*.png}. */
final class CardsOnDesktopTest {
    private static final int THREADS = 13;

    /** From the top of a panel's window into its first card. */
    private static final int FIRST_CARD = 70;

    @TempDir
    Path home;

    @Test
    void theWheelGoesOnToMoreCardsAndOnesButtonOpensItsThreadByTheUsersOwnProgram() throws Exception {
        BusyServer.program(home, THREADS, 0, home.resolve("never"));
        Path opened = home.resolve("opened");
        Path opener = program("opener", "echo \"$1\" >> '" + opened + "'");
        Path config = Files.createDirectories(home.resolve(".config/perch"));
        Files.writeString(config.resolve("actions.json"), "{\"openThread\": [\"" + opener + "\", \"{threadId}\"]}");
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED)) {
            Child companion = CodexTerminalTest.watching(desktop, "stdio", home, true);
            companion.awaitLine(line -> line.contains("thread-0"), 0);
            clickBubble(desktop);
            String cards = desktop.window(PanelContent.MENU);
            save(desktop, "1-first");
            int height = desktop.number(cards, "Height");

            desktop.act("mousemove " + firstCard(desktop, cards) + " click 5");
            Eventually.await(() -> desktop.number(cards, "Height") != height, () -> "no other cards");
            save(desktop, "2-wheel");
            desktop.act("mousemove " + firstCard(desktop, cards) + " click 1");
            desktop.awaitKeyboard(cards);
            save(desktop, "3-card");
            desktop.act("mousemove " + CodexTerminalTest.button(desktop, PanelContent.MENU, 0, 4) + " click 1");
            desktop.window(PanelContent.QUESTION);
            save(desktop, "4-asks");
            desktop.act("mousemove " + CodexTerminalTest.button(desktop, 1, 3));
            Eventually.await(
                    () -> {
                        desktop.act("click 1"); // in vain until half a second has passed
                        return Files.exists(opened);
                    },
                    () -> "nothing is opened; " + companion.errors());
            assertEquals(List.of("thread-6"), Files.readAllLines(opened), "the first card after six others");
            assertEquals(List.of(), companion.errors());
        }
    }

    /** Over the pet's head, where the bubble's words are. */
    private static void clickBubble(XDesktop desktop) {
        String pet = CodexTerminalTest.pet(desktop);
        int x = desktop.number(pet, "Absolute upper-left X") + desktop.number(pet, "Width") / 2;
        int feet = desktop.number(pet, "Height") - Stage.onDesktop(112, 1).below;
        int y = desktop.number(pet, "Absolute upper-left Y") + feet - 160;
        desktop.act("mousemove " + x + " " + y + " click 1");
    }

    private static String firstCard(XDesktop desktop, String cards) {
        int x = desktop.number(cards, "Absolute upper-left X") + desktop.number(cards, "Width") / 2;
        return x + " " + (desktop.number(cards, "Absolute upper-left Y") + FIRST_CARD);
    }

    private static void save(XDesktop desktop, String name) {
        desktop.screen().save(Path.of("target", "screens", "cards-" + name + ".png"));
    }

    private Path program(String name, String line) throws IOException {
        Path program = Files.writeString(home.resolve(name), "#!/bin/sh\n" + line + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
