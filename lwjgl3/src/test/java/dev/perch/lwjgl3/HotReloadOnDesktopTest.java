package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.control.StatusView;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.Screen;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.place.Spot;
import dev.perch.source.SnapshotJson;
import dev.perch.testkit.PetsOnDisk;
import java.awt.Color;
import java.io.IOException;
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
    void anEditOfSheetAndManifestShowsAtOnceWithPlaceStateAndTimeKeptAndABrokenOneLeavesTheOldLookAndSaysWhy()
            throws Exception {
        Path pet = PetsOnDisk.blob(home.resolve("blob"), PetsOnDisk.MANIFEST);
        try (LiveCompanion companion = new LiveCompanion(desktop, pet.toString(), home.resolve("files"), false)) {
            String window = companion.window();
            companion.process.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.WAITING, "May I?")));
            companion.process.awaitLine(line -> line.startsWith("frame [waiting["), 0);
            int idle = companion.process.count(HotReloadOnDesktopTest::isIdle);
            companion.process.awaitLine(HotReloadOnDesktopTest::isIdle, idle); // played three times
            Spot place = LiveCompanion.place(desktop, window);
            StatusView before = companion.status();
            int acted = companion.process.count(HotReloadOnDesktopTest::isActed);

            long edited = System.nanoTime();
            save(pet, PetsOnDisk.sheet(Color.CYAN), PetsOnDisk.MANIFEST.replace("Blob", "Bean"));
            awaitPixels(Color.CYAN);
            long millis = (System.nanoTime() - edited) / 1_000_000;
            System.out.println("a new sheet and manifest are on the screen after " + millis + " ms");
            assertTrue(millis < 20_000, () -> millis + " ms: at once, were the machine not busy");
            Eventually.await(() -> companion.status().pet().equals("Bean"), () -> "" + companion.status());
            assertKept(companion, window, place, before, acted);

            Files.writeString(pet.resolve("pet.json"), "{ not json");
            companion.process.awaitLine(line -> line.startsWith("says My old look stays"), 0);
            Eventually.await(
                    () -> companion.process.errors().stream().anyMatch(line -> line.contains("stays (blob/pet.json")),
                    () -> "said: " + companion.process.errors());
            awaitPixels(Color.CYAN);
            assertEquals("Bean", companion.status().pet());
            assertKept(companion, window, place, before, acted);

            save(pet, PetsOnDisk.sheet(Color.MAGENTA), PetsOnDisk.MANIFEST);
            awaitPixels(Color.MAGENTA);
        }
    }

    private static boolean isIdle(String line) {
        return line.startsWith("frame [idle[");
    }

    private static boolean isActed(String line) {
        return line.startsWith("frame [waiting[");
    }

    /** An animation that began anew would show the waiting row again. */
    private static void assertKept(LiveCompanion companion, String window, Spot place, StatusView before, int acted) {
        assertEquals(place, LiveCompanion.place(desktop, window));
        StatusView now = companion.status();
        assertEquals("waiting", now.state());
        assertTrue(now.sinceMillis() > before.sinceMillis(), () -> before + " " + now);
        assertEquals(acted, companion.process.count(HotReloadOnDesktopTest::isActed));
    }

    private static void save(Path pet, byte[] sheet, String manifest) throws IOException {
        Files.write(pet.resolve("sheet.png"), sheet);
        Files.writeString(pet.resolve("pet.json"), manifest);
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
