package dev.perch.lwjgl3.look;

import dev.perch.lwjgl3.testkit.TestBus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/** A session bus of one's own, by dbus-daemon, and on it a settings portal, by a D-Bus library that Perch does not use. */
final class FakePortal extends TestBus {
    private static final String OBJECT = "/org/freedesktop/portal/desktop";

    private final Map<String, Map<String, Variant<?>>> settings = new ConcurrentHashMap<>();
    private DBusConnection connection;

    /** The portal's interface. */
    @DBusInterfaceName("org.freedesktop.portal.Settings")
    public interface Settings extends DBusInterface {
        /** Settings by group and key. */
        Map<String, Map<String, Variant<?>>> ReadAll(List<String> groups);

        /** A setting is another. */
        final class SettingChanged extends DBusSignal {
            /** That signal. */
            public SettingChanged(String path, String group, String key, Variant<?> value) throws DBusException {
                super(path, group, key, value);
            }
        }
    }

    private FakePortal() {}

    /** A bus with nobody on it. */
    static FakePortal busAlone() {
        return new FakePortal();
    }

    /** Comes onto the bus. */
    FakePortal appear() throws DBusException {
        connection = join();
        connection.exportObject(OBJECT, new Settings() {
            @Override
            public Map<String, Map<String, Variant<?>>> ReadAll(List<String> groups) {
                Map<String, Map<String, Variant<?>>> asked = new HashMap<>(settings);
                asked.keySet().retainAll(groups);
                return asked;
            }

            @Override
            public String getObjectPath() {
                return OBJECT;
            }
        });
        connection.requestBusName("org.freedesktop.portal.Desktop");
        return this;
    }

    /** Has a setting from the start. */
    FakePortal with(String group, String key, Object value) {
        settings.computeIfAbsent(group, name -> new ConcurrentHashMap<>()).put(key, new Variant<>(value));
        return this;
    }

    /** Changes a setting, and says so. */
    void change(String group, String key, Object value) throws DBusException {
        with(group, key, value);
        connection.sendMessage(new Settings.SettingChanged(OBJECT, group, key, new Variant<>(value)));
    }

    /** The same, where checked exceptions are in the way. */
    boolean changed(String group, String key, Object value) {
        try {
            change(group, key, value);
            return true;
        } catch (DBusException e) {
            return false;
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.disconnect();
        }
        super.close();
    }
}
