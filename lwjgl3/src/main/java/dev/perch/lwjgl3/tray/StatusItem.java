package dev.perch.lwjgl3.tray;

import dev.perch.lwjgl3.bus.BusMessage;
import dev.perch.lwjgl3.bus.SessionBus;
import dev.perch.lwjgl3.bus.Variant;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The icon itself: org.kde.StatusNotifierItem. It tells the watcher of the desktop's tray that it is there, again whenever
 * one comes onto the bus, and then sleeps in a read until somebody asks. With no tray it is not seen, and nothing else happens.
 */
final class StatusItem {
    static final String WATCHER = "org.kde.StatusNotifierWatcher";

    private static final String PATH = "/StatusNotifierItem";
    private static final String TYPE = "org.kde.StatusNotifierItem";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod";

    private final SessionBus bus;
    private final TrayMenu menu;
    private final MenuWire wire;
    private final Runnable clicked;

    /** @param clicked what a click on it does, on the bus's thread */
    StatusItem(SessionBus bus, TrayMenu menu, Runnable clicked) {
        this.bus = bus;
        this.menu = menu;
        this.clicked = clicked;
        wire = new MenuWire(menu);
    }

    /** Does so until the bus is gone. */
    void serve() throws IOException, InterruptedException {
        bus.hearOf(WATCHER);
        register();
        while (true) {
            take(bus.next());
        }
    }

    private void register() throws IOException {
        bus.send(BusMessage.call(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisterStatusNotifierItem", "s", PATH));
    }

    private void take(BusMessage message) throws IOException, InterruptedException {
        List<Object> arguments = message.arguments();
        boolean owner = message.kind() == BusMessage.SIGNAL && message.member().equals("NameOwnerChanged");
        if (owner && arguments.size() == 3 && !arguments.get(2).equals("")) {
            register();
        } else if (message.kind() == BusMessage.CALL) {
            for (BusMessage answer : answers(message)) {
                bus.send(answer);
            }
        }
    }

    private List<BusMessage> answers(BusMessage call) throws InterruptedException {
        try {
            return call.path().equals(MenuWire.PATH) && call.type().equals(MenuWire.TYPE)
                    ? wire.answers(call)
                    : List.of(answer(call));
        } catch (RuntimeException e) {
            return List.of(call.refusal("org.freedesktop.DBus.Error.InvalidArgs"));
        }
    }

    private BusMessage answer(BusMessage call) {
        if (call.calls(PROPERTIES, "GetAll")) {
            return call.answer("a{sv}", properties(call.arguments().get(0)));
        }
        if (call.calls(PROPERTIES, "Get")) {
            Variant value = properties(call.arguments().get(0))
                    .get(String.valueOf(call.arguments().get(1)));
            return value == null ? call.refusal("org.freedesktop.DBus.Error.UnknownProperty") : call.answer("v", value);
        }
        return call.path().equals(PATH) && call.type().equals(TYPE) ? clicked(call) : call.refusal(UNKNOWN);
    }

    private BusMessage clicked(BusMessage call) {
        switch (call.member()) {
            case "Activate" -> clicked.run();
            case "SecondaryActivate", "ContextMenu" -> menu.open();
            case "Scroll" -> {}
            default -> {
                return call.refusal(UNKNOWN);
            }
        }
        return call.answer("");
    }

    private static Map<String, Variant> properties(Object type) {
        if (type.equals(MenuWire.TYPE)) {
            return MenuWire.properties();
        }
        return type.equals(TYPE)
                ? Map.of(
                        "Category", Variant.of("ApplicationStatus"),
                        "Id", Variant.of("perch"),
                        "Title", Variant.of("Perch"),
                        "Status", Variant.of("Active"),
                        "WindowId", Variant.of(0),
                        "IconName", Variant.of(""),
                        "IconPixmap", new Variant("a(iiay)", TrayPicture.sizes()),
                        "ItemIsMenu", Variant.of(false),
                        "Menu", new Variant("o", MenuWire.PATH))
                : Map.of();
    }
}
