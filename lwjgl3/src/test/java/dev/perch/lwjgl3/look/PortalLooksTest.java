package dev.perch.lwjgl3.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.perch.lwjgl3.bus.SessionBus;
import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.model.DesktopLook;
import dev.perch.runtime.DesktopLooks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over a real bus, with a portal that another D-Bus library speaks for. */
final class PortalLooksTest {
    private static final String APPEARANCE = "org.freedesktop.appearance";
    private static final String GNOME = "org.gnome.desktop.interface";

    private final List<DesktopLook> told = new CopyOnWriteArrayList<>();

    @Test
    void whatThePortalHasAtTheStartIsToldAtOnce() throws Exception {
        try (FakePortal portal = FakePortal.busAlone()
                        .with(APPEARANCE, "color-scheme", new UInt32(1))
                        .with(APPEARANCE, "contrast", new UInt32(1))
                        .with(GNOME, "enable-animations", false)
                        .with(GNOME, "text-scaling-factor", 1.25)
                        .with(GNOME, "font-name", "Cantarell 11")
                        .with("org.example.other", "contrast", new UInt32(1))
                        .appear();
                DesktopLooks.Watch watch = watch(portal.environment())) {
            awaitLast(new DesktopLook(true, true, true, 1.25f));
            assertEquals(1, told.size());
        }
    }

    @Test
    void eachChangeIsToldAsItComes() throws Exception {
        try (FakePortal portal = FakePortal.busAlone()
                        .with(APPEARANCE, "color-scheme", new UInt32(1))
                        .appear();
                DesktopLooks.Watch watch = watch(portal.environment())) {
            awaitLast(new DesktopLook(true, false, false, 1));
            portal.change(APPEARANCE, "color-scheme", new UInt32(2));
            awaitLast(DesktopLook.DEFAULT);
            portal.change(APPEARANCE, "reduced-motion", new UInt32(1));
            awaitLast(new DesktopLook(false, false, true, 1));
            portal.change(GNOME, "clock-show-date", true);
            portal.change("org.gnome.desktop.a11y.interface", "high-contrast", true);
            awaitLast(new DesktopLook(false, true, true, 1));
            portal.change(GNOME, "text-scaling-factor", 2.0);
            awaitLast(new DesktopLook(false, true, true, 2));
            assertEquals(5, told.size(), "a setting that means nothing for the look is not told: " + told);
        }
    }

    @Test
    void aPortalThatAppearsLaterIsHeard() throws Exception {
        try (FakePortal portal = FakePortal.busAlone();
                DesktopLooks.Watch watch = watch(portal.environment())) {
            portal.appear();
            Eventually.await(
                    () -> portal.changed(APPEARANCE, "color-scheme", new UInt32(1)) && !told.isEmpty(),
                    () -> "nothing is told");
            assertEquals(new DesktopLook(true, false, false, 1), told.get(0));
        }
    }

    @Test
    void aBusThatEndsLeavesTheLastLookAndEndsTheThread() throws Exception {
        try (FakePortal portal = FakePortal.busAlone()
                        .with(APPEARANCE, "color-scheme", new UInt32(1))
                        .appear();
                DesktopLooks.Watch watch = watch(portal.environment())) {
            awaitLast(new DesktopLook(true, false, false, 1));
            portal.endBus();
            awaitNoListener();
            assertEquals(1, told.size());
        }
    }

    @Test
    void afterCloseNothingListens() throws Exception {
        try (FakePortal portal = FakePortal.busAlone()
                .with(APPEARANCE, "color-scheme", new UInt32(1))
                .appear()) {
            DesktopLooks.Watch watch = watch(portal.environment());
            awaitLast(new DesktopLook(true, false, false, 1));
            watch.close();
            awaitNoListener();
        }
    }

    @Test
    void withNoBusNothingIsToldAndNothingGoesOn(@TempDir Path nowhere) {
        watch(Map.of()).close();
        watch(Map.of("XDG_RUNTIME_DIR", nowhere.toString()));
        watch(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + nowhere.resolve("bus")));
        awaitNoListener();
        assertEquals(List.of(), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unix:path=/run/user/1000/bus | /run/user/1000/bus",
                "unix:guid=ab,path=/tmp/a%20b | /tmp/a b",
                "tcp:host=localhost,port=1;unix:path=/tmp/c+d | /tmp/c+d"
            })
    void theBusIsFoundByItsAddress(String address, String path) {
        assertEquals(path, SessionBus.path(Map.of("DBUS_SESSION_BUS_ADDRESS", address)));
    }

    @Test
    void anAbstractAddressIsNoPath() {
        assertNull(SessionBus.path(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/dbus-1,guid=ab")));
        assertEquals("/run/user/7/bus", SessionBus.path(Map.of("XDG_RUNTIME_DIR", "/run/user/7")));
    }

    private DesktopLooks.Watch watch(Map<String, String> environment) {
        return new PortalLooks(environment).watch(told::add);
    }

    private void awaitLast(DesktopLook look) {
        Eventually.await(
                () -> !told.isEmpty() && told.get(told.size() - 1).equals(look), () -> look + " is not told: " + told);
    }

    private static void awaitNoListener() {
        Eventually.await(
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("perch-desktop-look")),
                () -> "a thread still listens");
    }
}
