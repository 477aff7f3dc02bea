package dev.perch.lwjgl3.tray;

import dev.perch.lwjgl3.bus.BusMessage;
import dev.perch.lwjgl3.bus.Variant;
import dev.perch.lwjgl3.tray.TrayMenu.Entry;
import dev.perch.lwjgl3.tray.TrayMenu.Look;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The menu as the tray asks for it: com.canonical.dbusmenu, version 3. On the bus's thread. */
final class MenuWire {
    static final String PATH = "/MenuBar";
    static final String TYPE = "com.canonical.dbusmenu";

    private static final String ITEM = "(ia{sv}av)";

    private final TrayMenu menu;
    private @Nullable Entry given;
    private int revision;

    MenuWire(TrayMenu menu) {
        this.menu = menu;
    }

    static Map<String, Variant> properties() {
        return Map.of(
                "Version",
                new Variant("u", 3),
                "TextDirection",
                Variant.of("ltr"),
                "Status",
                Variant.of("normal"),
                "IconThemePath",
                new Variant("as", List.of()));
    }

    /**
     * What goes out for a call: the answer, and where that says that the menu is another, before it a signal for trays that
     * do not heed it.
     */
    List<BusMessage> answers(BusMessage call) throws InterruptedException {
        if (!call.member().startsWith("AboutToShow")) {
            return List.of(answer(call));
        }
        boolean isNew = !menu.read().equals(given);
        BusMessage answer = call.member().equals("AboutToShow")
                ? call.answer("b", isNew)
                : call.answer("aiai", isNew ? argument(call, 0) : List.of(), List.of());
        return isNew
                ? List.of(BusMessage.signal(PATH, TYPE, "LayoutUpdated", "ui", revision + 1, TrayMenu.ROOT), answer)
                : List.of(answer);
    }

    private BusMessage answer(BusMessage call) throws InterruptedException {
        return switch (call.member()) {
            case "GetLayout" -> layout(call);
            case "GetGroupProperties" -> call.answer("a(ia{sv})", group((List<?>) argument(call, 0)));
            case "GetProperty" -> property(call);
            case "Event" -> {
                event(argument(call, 0), argument(call, 1));
                yield call.answer("");
            }
            case "EventGroup" -> {
                ((List<?>) argument(call, 0)).forEach(one -> event(((List<?>) one).get(0), ((List<?>) one).get(1)));
                yield call.answer("ai", List.of());
            }
            default -> call.refusal("org.freedesktop.DBus.Error.UnknownMethod");
        };
    }

    private static Object argument(BusMessage call, int index) {
        return call.arguments().get(index);
    }

    private BusMessage layout(BusMessage call) throws InterruptedException {
        given = menu.read();
        Entry found = find(given, number(argument(call, 0)));
        if (found == null) {
            return call.refusal("org.freedesktop.DBus.Error.InvalidArgs");
        }
        revision++;
        return call.answer("u" + ITEM, revision, item(found, number(argument(call, 1))));
    }

    /** @param depth how many levels below; -1: all */
    private static List<Object> item(Entry entry, int depth) {
        List<Object> children = new ArrayList<>();
        if (depth != 0) {
            entry.children().forEach(child -> children.add(new Variant(ITEM, item(child, depth - 1))));
        }
        return List.of(entry.id(), words(entry), children);
    }

    private static Map<String, Variant> words(Entry entry) {
        Map<String, Variant> words = new LinkedHashMap<>();
        if (entry.look() == Look.SEPARATOR) {
            words.put("type", Variant.of("separator"));
            return words;
        }
        // A single underscore would mark a letter for the keyboard.
        words.put("label", Variant.of(entry.label().replace("_", "__")));
        words.put("enabled", Variant.of(entry.look() != Look.DISABLED));
        if (entry.look() == Look.CHECKED) {
            words.put("toggle-type", Variant.of("checkmark"));
            words.put("toggle-state", Variant.of(1));
        }
        if (!entry.children().isEmpty() || entry.id() == TrayMenu.ROOT) {
            words.put("children-display", Variant.of("submenu"));
        }
        return words;
    }

    private List<Object> group(List<?> wished) throws InterruptedException {
        List<Entry> all = new ArrayList<>();
        flatten(menu.read(), all);
        List<Object> group = new ArrayList<>();
        for (Entry entry : all) {
            if (wished.isEmpty() || wished.contains((long) entry.id())) {
                group.add(List.of(entry.id(), words(entry)));
            }
        }
        return group;
    }

    private BusMessage property(BusMessage call) throws InterruptedException {
        Entry entry = find(menu.read(), number(argument(call, 0)));
        Variant value = entry == null ? null : words(entry).get(String.valueOf(argument(call, 1)));
        return value == null ? call.refusal("org.freedesktop.DBus.Error.InvalidArgs") : call.answer("v", value);
    }

    private void event(Object id, Object what) {
        if (what.equals("clicked")) {
            menu.choose(number(id));
        }
    }

    private static void flatten(Entry entry, List<Entry> all) {
        all.add(entry);
        entry.children().forEach(child -> flatten(child, all));
    }

    private static @Nullable Entry find(Entry root, int id) {
        List<Entry> all = new ArrayList<>();
        flatten(root, all);
        return all.stream().filter(entry -> entry.id() == id).findFirst().orElse(null);
    }

    private static int number(Object value) {
        return ((Long) value).intValue();
    }
}
