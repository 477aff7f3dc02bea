package dev.perch.lwjgl3.look;

import dev.perch.lwjgl3.bus.BusMessage;
import dev.perch.lwjgl3.bus.SessionBus;
import dev.perch.model.DesktopLook;
import dev.perch.runtime.DesktopLooks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The look of a Linux desktop by its settings portal (org.freedesktop.portal.Settings), which GNOME, KDE and others have. It
 * sleeps in a read until a setting changes. With no bus or no portal it tells nothing.
 */
final class PortalLooks implements DesktopLooks {
    private static final String PORTAL = "org.freedesktop.portal.Desktop";
    private static final String OBJECT = "/org/freedesktop/portal/desktop";
    private static final String SETTINGS = "org.freedesktop.portal.Settings";

    private final @Nullable String busPath;

    /** @param environment names the bus */
    PortalLooks(Map<String, String> environment) {
        busPath = SessionBus.path(environment);
    }

    @Override
    public Watch watch(Consumer<DesktopLook> listener) {
        String path = busPath;
        if (path == null) {
            return () -> {};
        }
        Listening listening = new Listening(path, listener);
        Thread thread = new Thread(listening, "perch-desktop-look");
        thread.setDaemon(true);
        thread.start();
        return listening;
    }

    private static final class Listening implements Runnable, Watch {
        private final String path;
        private final Consumer<DesktopLook> listener;
        private final PortalSettings settings = new PortalSettings();
        private DesktopLook told = DesktopLook.DEFAULT;
        private @Nullable SessionBus bus;
        private boolean closed;

        Listening(String path, Consumer<DesktopLook> listener) {
            this.path = path;
            this.listener = listener;
        }

        @Override
        public void run() {
            try (SessionBus joined = SessionBus.join(path)) {
                if (opened(joined)) {
                    listen(joined);
                }
            } catch (IOException gone) {
                // No bus, or no longer one: what was told last holds.
                close();
            }
        }

        private void listen(SessionBus joined) throws IOException {
            joined.hear(SETTINGS, "SettingChanged");
            long asked = joined.send(BusMessage.call(PORTAL, OBJECT, SETTINGS, "ReadAll", "as", PortalSettings.GROUPS));
            while (true) {
                BusMessage message = joined.next();
                List<Object> values = message.arguments();
                if (message.kind() == BusMessage.ANSWER && message.answerTo() == asked && values.size() == 1) {
                    settings.setAll(values.get(0));
                } else if (message.kind() == BusMessage.SIGNAL
                        && message.member().equals("SettingChanged")
                        && values.size() == 3) {
                    settings.set(values.get(0).toString(), values.get(1).toString(), values.get(2));
                }
                tell();
            }
        }

        private synchronized void tell() {
            DesktopLook look = settings.look();
            if (!closed && !look.equals(told)) {
                told = look;
                listener.accept(look);
            }
        }

        private synchronized boolean opened(SessionBus joined) {
            bus = joined;
            return !closed;
        }

        @Override
        public synchronized void close() {
            closed = true;
            if (bus != null) {
                bus.close();
            }
        }
    }
}
