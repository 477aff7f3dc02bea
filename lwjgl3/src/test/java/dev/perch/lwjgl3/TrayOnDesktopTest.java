package dev.perch.lwjgl3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perch.lwjgl3.testkit.Child;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.XDesktop;
import dev.perch.lwjgl3.tray.FakeTray;
import dev.perch.lwjgl3.tray.Tray;
import dev.perch.model.PetAnimationState;
import dev.perch.model.RuntimeSnapshot;
import dev.perch.source.SnapshotJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The icon in the tray of a real bus, and the companion in its window behind it. */
final class TrayOnDesktopTest {
    /** Enough that some come while the menu is read for an answer. */
    private static final int CHANGES = 40;

    @TempDir
    static Path home;

    @Test
    void theIconHasTheMenusEntriesAndWhatIsClickedHappens() throws Exception {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.COMPOSITED);
                FakeTray tray = FakeTray.busAlone().appear();
                Child companion = desktop.openWith(tray.environment(), command())) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            String pet = desktop.window(DesktopApplication.TITLE);
            Eventually.await(() -> tray.count() == 1, () -> "no icon: " + companion.errors());
            Map<String, Variant<?>> words = tray.properties();
            assertEquals("perch", words.get("Id").getValue());
            assertEquals(3, ((List<?>) words.get("IconPixmap").getValue()).size());

            List<String> labels = tray.entries().stream()
                    .filter(entry -> !entry.path().endsWith("---"))
                    .map(FakeTray.Shown::path)
                    .collect(Collectors.toList());
            assertEquals("Idle", labels.get(0));
            assertTrue(
                    labels.containsAll(List.of(
                            "Open the board",
                            "What else it does/Hover: show the status",
                            "Size/112 pixels",
                            "Reduced motion/Off",
                            "Permissions/Nothing is permitted.",
                            "Tuck away",
                            "Quit")),
                    labels.toString());

            assertFalse(tray.isToAskAgain(), "nothing is new");
            companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.REVIEW, "Look")));
            Eventually.await(() -> tray.isToAskAgain(), () -> "the menu stays as it was");
            assertEquals("Ready: Look", tray.entries().get(0).path());
            assertTrue(tray.entry("Sessions/Look").isPresent(), () -> "no card of the session");

            for (int change = 0; change < CHANGES; change++) {
                companion.tell(SnapshotJson.write(RuntimeSnapshot.of(PetAnimationState.REVIEW, "Look " + change)));
                Eventually.await(() -> tray.isToAskAgain(), () -> "the menu stays as it was");
                tray.entries();
            }

            choose(tray, "Tuck away");
            awaitMapped(desktop, pet, "IsUnMapped");
            tray.click();
            awaitMapped(desktop, pet, "IsViewable");

            choose(tray, "Open the board");
            desktop.awaitKeyboard(desktop.window(PanelContent.MENU));
            Eventually.await(() -> desktop.lacks(PanelContent.QUESTION), () -> "asked though nobody clicked");
            desktop.act("key Return");
            desktop.awaitKeyboard(desktop.window(PanelContent.QUESTION));
            desktop.act("key Escape");

            tray.choose(4_711);
            tray.vanish();
            tray.appear();
            Eventually.await(() -> tray.count() == 1, () -> "the icon does not come back");
            choose(tray, "Quit");
            assertEquals(0, companion.awaitExit(), () -> companion.errors().toString());
            assertEquals(List.of(), companion.errors());
        }
    }

    @Test
    void atRestTheIconWakesNobodyAndWithoutATrayNothingIsSaid() throws Exception {
        try (XDesktop desktop = XDesktop.start(XDesktop.Setting.PLAIN);
                FakeTray bus = FakeTray.busAlone();
                Child companion = desktop.openWith(bus.environment(), command())) {
            companion.awaitLine(line -> line.startsWith("drawn"), 0);
            assertTrue(Tray.fact(bus.environment()).startsWith("NONE"), Tray.fact(bus.environment()));
            bus.appear();
            Eventually.await(() -> bus.count() == 1, () -> "no icon");
            assertTrue(Tray.fact(bus.environment()).startsWith("takes"), Tray.fact(bus.environment()));
            String before = wakeUpsOfTheTray(companion);
            TimeUnit.SECONDS.sleep(1); // the time in which nothing may happen
            assertEquals(before, wakeUpsOfTheTray(companion));
            assertTrue(
                    companion.errors().stream().noneMatch(line -> line.contains("tray")), companion.errors()::toString);
        }
        assertTrue(Tray.fact(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("gone")))
                .startsWith("NONE"));
    }

    private static String wakeUpsOfTheTray(Child companion) throws IOException {
        Path threads = Path.of("/proc", String.valueOf(companion.pid()), "task");
        try (Stream<Path> all = Files.list(threads)) {
            for (Path thread : all.toList()) {
                List<String> status = Files.readAllLines(thread.resolve("status"));
                if (status.contains("Name:\tperch-tray")) {
                    return status.stream()
                            .filter(line -> line.startsWith("voluntary_ctxt_switches"))
                            .findFirst()
                            .orElseThrow();
                }
            }
        }
        throw new AssertionError("no thread of the tray");
    }

    private static void choose(FakeTray tray, String path) throws DBusException {
        FakeTray.Shown entry = tray.entry(path).orElseThrow(() -> new AssertionError("no " + path));
        assertTrue(entry.enabled(), path);
        tray.choose(entry.id());
    }

    private static void awaitMapped(XDesktop desktop, String window, String state) {
        Eventually.await(
                () -> desktop.run("xwininfo", "-id", window).contains(state),
                () -> desktop.run("xwininfo", "-id", window));
    }

    private static List<String> command() {
        List<String> command =
                new ArrayList<>(CompanionProgram.command("../examples/interactive-pet", home.resolve("store"), true));
        command.add(home.resolve("run").toString());
        command.add(home.toString());
        return command;
    }
}
