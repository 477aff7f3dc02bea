package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.testkit.PetsOnDisk;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pet whose files are edited while it is on the screen. */
final class HotReloadOnDesktopTest {
    @TempDir
    static Path home;

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
    void anEditShowsAtOnceInItsPlaceAndABrokenOneChangesNothingButSaysWhy() throws Exception {
        Path pet = PetsOnDisk.blob(home.resolve("blob"), PetsOnDisk.MANIFEST);
        try (Child companion = CompanionProgram.start(desktop, pet.toString(), home.resolve("store"), true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            awaitPixels(Color.ORANGE);
            int x = desktop.number(window, "Absolute upper-left X");
            int y = desktop.number(window, "Absolute upper-left Y");

            long edited = System.nanoTime();
            Files.write(pet.resolve("sheet.png"), PetsOnDisk.sheet(Color.CYAN));
            awaitPixels(Color.CYAN);
            System.out.println(
                    "a new sheet is on the screen after " + (System.nanoTime() - edited) / 1_000_000 + " ms");
            assertEquals(x, desktop.number(window, "Absolute upper-left X"));
            assertEquals(y, desktop.number(window, "Absolute upper-left Y"));

            int drawn = companion.count(line -> line.startsWith("drawn"));
            Files.write(pet.resolve("pet.json"), "{ not json".getBytes(StandardCharsets.UTF_8));
            Eventually.await(
                    () -> companion.errors().stream()
                            .anyMatch(line -> line.contains("the old look stays (blob/pet.json")),
                    () -> "said: " + companion.errors());
            companion.awaitLine(line -> line.startsWith("drawn"), drawn);
            awaitPixels(Color.CYAN);

            Files.write(pet.resolve("sheet.png"), PetsOnDisk.sheet(Color.MAGENTA));
            Files.write(pet.resolve("pet.json"), PetsOnDisk.MANIFEST.getBytes(StandardCharsets.UTF_8));
            awaitPixels(Color.MAGENTA);
        }
    }

    private static void awaitPixels(Color colour) {
        Eventually.await(() -> pixels(colour) > 500, () -> "no " + colour + " on the screen");
    }

    private static int pixels(Color colour) {
        Screen screen = desktop.screen();
        int count = 0;
        for (int y = 0; y < screen.height(); y++) {
            for (int x = 0; x < screen.width(); x++) {
                count += (screen.at(x, y) & 0xFFFFFF) == (colour.getRGB() & 0xFFFFFF) ? 1 : 0;
            }
        }
        return count;
    }
}
