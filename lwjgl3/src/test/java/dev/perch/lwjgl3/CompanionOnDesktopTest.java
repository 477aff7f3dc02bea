package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.ecs.Stage;
import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.render.RasterImage;
import dev.perch.source.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a written line to the pixels of the screen: the whole program against the CPU renderer's picture of it. */
final class CompanionOnDesktopTest {
    private static final int TOLERANCE = 2;

    /** More than the idle pet alone has: some of them are those of its work. */
    private static final int ENOUGH_FRAMES = 7;

    @TempDir
    static Path store;

    private static XDesktop desktop;

    @BeforeAll
    static void open() {
        desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pip", "axo"})
    void eachStateOnTheScreenIsTheCpuRenderersPictureOverTheDesktop(String pet) throws Exception {
        try (Child companion = start(pet, true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            int top = desktop.number(window, "Absolute upper-left Y");
            for (PetAnimationState state : PetAnimationState.ROWS) {
                RuntimeSnapshot told = told(state);
                RasterImage expected = drawn(pet, told, left, top);
                companion.tell(SnapshotJson.write(told));
                Eventually.await(
                        () -> worst(expected, left, top) <= TOLERANCE,
                        () -> pet + " " + state + " is off by " + worst(expected, left, top) + " of 255; see "
                                + saved(pet + "-" + state));
                saved(pet + "-" + state);
            }
            assertEquals(List.of(), companion.errors());
        }
    }

    /** A frame is drawn over the one before it, where the two differ. */
    @Test
    void nothingOfAFrameIsLeftOnTheScreenWhenTheNextOneIsThere() throws Exception {
        try (Child companion = start("pip", false)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            int top = desktop.number(window, "Absolute upper-left Y");
            RuntimeSnapshot told = told(PetAnimationState.RUNNING);
            List<RasterImage> frames = OnScreen.frames("pip", store, told, left, top);
            companion.tell(SnapshotJson.write(told));
            awaitTitle(window, "Perch — Running: State running");
            Set<Integer> seen = new TreeSet<>();
            Eventually.await(
                    () -> seen.add(frameOnShow(frames, left, top)) && seen.size() > ENOUGH_FRAMES,
                    () -> "only frames " + seen + " of " + frames.size() + " were there whole; see " + saved("frames"));
        }
    }

    /** Its number; -1: what the screen shows is none of them. */
    private static int frameOnShow(List<RasterImage> frames, int left, int top) {
        List<Integer> worst = OnScreen.worst(desktop, frames, left, top);
        int closest = Collections.min(worst);
        return closest <= TOLERANCE ? worst.indexOf(closest) : -1;
    }

    /** The window has room for a bubble on every side, so it hangs out of the screen. */
    @Test
    void thePetBeginsInTheCornerOfTheScreenThoughItsWindowIsLargerThanThat() {
        try (Child companion = start("pip", true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            Stage stage = Stage.onDesktop(112, 1);
            assertEquals(800 - 24 - stage.width + stage.aside, desktop.number(window, "Absolute upper-left X"));
            assertEquals(600 - 24 - stage.height + stage.below, desktop.number(window, "Absolute upper-left Y"));
        }
    }

    @Test
    void theWindowsTitleTellsTheStateInWords() {
        try (Child companion = start("axo", true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.WAITING, "May I run the tests?")));
            awaitTitle(window, "Perch — Needs input: May I run the tests?");
            companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.IDLE, "")));
            awaitTitle(window, "Perch");
        }
    }

    private static void awaitTitle(String window, String title) {
        Eventually.await(
                () -> title(window).equals("_NET_WM_NAME(UTF8_STRING) = \"" + title + "\""), () -> title(window));
    }

    private static String title(String window) {
        return desktop.run("xprop", "-id", window, "-f", "_NET_WM_NAME", "8u", "_NET_WM_NAME");
    }

    @Test
    void badLinesDisturbNothingAndAreSaidInOneSentenceEach() throws Exception {
        try (Child companion = start("axo", true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            int top = desktop.number(window, "Absolute upper-left Y");
            RuntimeSnapshot told = told(PetAnimationState.REVIEW);
            companion.tell("this is not JSON");
            companion.tell("{\"state\":\"running\",\"title\":\"" + "m".repeat(1 << 20) + "\"}");
            companion.tell("{\"state\":\"running\",\"title\":\"\\u202Etxt.exe\"}");
            companion.tell(SnapshotJson.write(told));
            RasterImage expected = drawn("axo", told, left, top);
            Eventually.await(() -> worst(expected, left, top) <= TOLERANCE, () -> "see " + saved("bad-lines"));
            Eventually.await(() -> companion.errors().size() == 3, () -> "said " + companion.errors());
        }
    }

    @Test
    @Tag("long")
    void aQuietLineIsOnTheScreenSoon() throws Exception {
        int lines = 200;
        try (Child companion = start("pip", true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                int before = companion.count(line -> line.startsWith("drawn"));
                PetAnimationState state = PetAnimationState.ROWS.get(3 + i % 6);
                long written = System.nanoTime();
                companion.tell(SnapshotJson.write(RuntimeSnapshot.of(state, "line " + i)));
                String drawn = companion.awaitLine(line -> line.startsWith("drawn"), before);
                millis.add((Long.parseLong(drawn.substring(6)) - written) / 1e6);
            }
            double[] sorted =
                    millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    "from a written line to the drawn frame, %d lines: p50 %.2f ms, p99 %.2f ms, most %.2f ms%n",
                    lines, sorted[lines / 2], sorted[lines * 99 / 100], sorted[lines - 1]);
            assertTrue(sorted[lines / 2] < 1_000, "a line should be drawn within a second");
        }
    }

    @Test
    @Tag("long")
    void aFloodOfLinesEndsInTheLastStateWithMemoryFlat() throws Exception {
        int perSecond = 100_000;
        int seconds = 10;
        try (Child companion = start("pip", true)) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String window = desktop.window(DesktopApplication.TITLE);
            int left = desktop.number(window, "Absolute upper-left X");
            int top = desktop.number(window, "Absolute upper-left Y");
            List<Long> resident = new ArrayList<>();
            long begin = System.nanoTime();
            int block = perSecond / 100;
            for (int written = 0; written < perSecond * seconds; written += block) {
                companion.tell(block(written, block));
                while (System.nanoTime() - begin < (written + block) * 1_000_000_000L / perSecond) {
                    Thread.onSpinWait();
                }
                if (written % perSecond == 0) {
                    resident.add(residentKib(companion.pid()));
                }
            }
            double took = (System.nanoTime() - begin) / 1e9;
            RuntimeSnapshot last = told(PetAnimationState.WAITING);
            companion.tell(SnapshotJson.write(last));
            RasterImage expected = drawn("pip", last, left, top);
            Eventually.await(() -> worst(expected, left, top) <= TOLERANCE, () -> "see " + saved("flood"));
            resident.add(residentKib(companion.pid()));
            int draws = companion.count(line -> line.startsWith("drawn"));
            System.out.printf(
                    "%d lines in %.1f s: %d draws, the last state is on the screen; resident KiB each second %s%n",
                    perSecond * seconds, took, draws, resident);
            double shown = (System.nanoTime() - begin) / 1e9;
            assertTrue(draws <= shown * DrawPacer.USUAL_HERTZ + 5, draws + " draws in " + shown + " s");
            long settled = resident.get(3);
            assertTrue(resident.get(resident.size() - 1) < settled + 64 * 1024, "memory grew: " + resident);
        }
    }

    private static String block(int first, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = first; i < first + count; i++) {
            PetAnimationState state = PetAnimationState.ROWS.get(3 + i % 6);
            lines.append("{\"state\":\"")
                    .append(state)
                    .append("\",\"title\":\"line ")
                    .append(i)
                    .append("\"}\n");
        }
        return lines.substring(0, lines.length() - 1);
    }

    private static long residentKib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static RuntimeSnapshot told(PetAnimationState state) {
        return new RuntimeSnapshot(state, "State " + state, "As told by a line.", Map.of());
    }

    private static RasterImage drawn(String pet, RuntimeSnapshot told, int left, int top) throws Exception {
        return OnScreen.pet(pet, store, told, 112, 1, left, top);
    }

    private static int worst(RasterImage picture, int left, int top) {
        return OnScreen.worst(desktop, picture, left, top);
    }

    private static Path saved(String name) {
        Path png = Path.of("target", "screens", name + ".png");
        desktop.screen().save(png);
        return png;
    }

    private static Child start(String pet, boolean reducedMotion) {
        return CompanionProgram.start(desktop, pet, store, reducedMotion);
    }
}
