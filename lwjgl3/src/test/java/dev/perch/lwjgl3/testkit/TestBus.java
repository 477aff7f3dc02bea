package dev.perch.lwjgl3.testkit;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A session bus of one's own, by dbus-daemon, joined by a D-Bus library that Perch does not use. */
public class TestBus implements AutoCloseable {
    private final Child daemon =
            Child.start(Map.of(), List.of("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"));
    private final String address = daemon.awaitLine(line -> line.startsWith("unix:"), 0);

    /** A bus with nobody on it. */
    protected TestBus() {}

    /** Joins it. */
    protected DBusConnection join() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    /** What a program needs to find the bus. */
    public Map<String, String> environment() {
        return Map.of("DBUS_SESSION_BUS_ADDRESS", address);
    }

    /** Ends the bus, as when the user logs out. */
    public void endBus() {
        daemon.close();
    }

    @Override
    public void close() {
        endBus();
    }
}
