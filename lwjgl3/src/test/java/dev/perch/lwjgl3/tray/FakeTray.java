package dev.perch.lwjgl3.tray;

import dev.perch.lwjgl3.testkit.Eventually;
import dev.perch.lwjgl3.testkit.TestBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * A session bus of one's own, by dbus-daemon, and on it a desktop's tray, by a D-Bus library that Perch does not use: it notes
 * who registers, and asks and clicks as a panel does.
 */
public final class FakeTray extends TestBus {
    private static final String OBJECT = "/StatusNotifierWatcher";

    private final List<String> items = new CopyOnWriteArrayList<>();
    private final AtomicInteger updates = new AtomicInteger();
    private DBusConnection connection;

    /** What programs tell when they have an icon. */
    @DBusInterfaceName("org.kde.StatusNotifierWatcher")
    public interface Watcher extends DBusInterface {
        /** A path, or a name on the bus. */
        void RegisterStatusNotifierItem(String service);
    }

    /** An icon. */
    @DBusInterfaceName("org.kde.StatusNotifierItem")
    public interface Item extends DBusInterface {
        /** A click. */
        void Activate(int x, int y);

        /** A right click where there is no menu. */
        void ContextMenu(int x, int y);
    }

    /** Its menu. */
    @DBusInterfaceName("com.canonical.dbusmenu")
    public interface Menu extends DBusInterface {
        /** All of it. */
        Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> properties);

        /** Something was done to an entry. */
        void Event(int id, String what, Variant<?> data, UInt32 time);

        /** It is about to be shown. */
        boolean AboutToShow(int id);

        /** It is another. */
        final class LayoutUpdated extends DBusSignal {
            /** That signal. */
            public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
                super(path, revision, parent);
            }
        }
    }

    /** Revision and root. */
    public static final class Layout<A, B> extends Tuple {
        /** Counts. */
        @Position(0)
        public final A revision;

        /** The tree. */
        @Position(1)
        public final B root;

        /** Both. */
        public Layout(A revision, B root) {
            this.revision = revision;
            this.root = root;
        }
    }

    /** An entry of the tree, as it comes. */
    public static final class Node extends Struct {
        /** Its number. */
        @Position(0)
        public final int id;

        /** What it says. */
        @Position(1)
        public final Map<String, Variant<?>> words;

        /** Entries below. */
        @Position(2)
        public final List<Variant<?>> children;

        /** An entry. */
        public Node(int id, Map<String, Variant<?>> words, List<Variant<?>> children) {
            this.id = id;
            this.words = words;
            this.children = children;
        }
    }

    /** An entry as a user sees it: its labels from the top down, joined by {@code /}. */
    public record Shown(int id, String path, boolean enabled, boolean checked) {}

    private FakeTray() {}

    /** A bus on which there is no tray. */
    public static FakeTray busAlone() {
        return new FakeTray();
    }

    /** Comes onto the bus. */
    public FakeTray appear() throws DBusException {
        connection = join();
        connection.exportObject(OBJECT, new Watcher() {
            @Override
            public void RegisterStatusNotifierItem(String service) {
                items.add(DBusConnection.getCallInfo().getSource() + service);
            }

            @Override
            public String getObjectPath() {
                return OBJECT;
            }
        });
        connection.addSigHandler(Menu.LayoutUpdated.class, signal -> updates.incrementAndGet());
        connection.requestBusName("org.kde.StatusNotifierWatcher");
        return this;
    }

    /** Leaves the bus, as a desktop's shell that is started anew. */
    public void vanish() {
        connection.disconnect();
        items.clear();
    }

    /** What the first icon says of itself. */
    public Map<String, Variant<?>> properties() throws DBusException {
        return connection.getRemoteObject(owner(), path(), Properties.class).GetAll("org.kde.StatusNotifierItem");
    }

    /** Clicks on the first icon. */
    public void click() throws DBusException {
        connection.getRemoteObject(owner(), path(), Item.class).Activate(10, 10);
    }

    /** Whether the menu, about to be shown, is another than the one that was asked for before, by its answer and by its signal. */
    public boolean isToAskAgain() {
        try {
            int before = updates.get();
            boolean says = menu().AboutToShow(0);
            Eventually.await(() -> !says || updates.get() > before, () -> "no signal");
            return says;
        } catch (DBusException e) {
            throw new AssertionError(e);
        }
    }

    /** Its menu's entries with all that is below them. */
    public List<Shown> entries() throws DBusException {
        Menu menu = menu();
        List<Shown> shown = new ArrayList<>();
        for (Variant<?> child : menu.GetLayout(0, -1, List.of()).root.children) {
            collect("", (Object[]) child.getValue(), shown);
        }
        return shown;
    }

    /** The entry of those labels. */
    public Optional<Shown> entry(String path) throws DBusException {
        return entries().stream().filter(one -> one.path().equals(path)).findFirst();
    }

    /** Clicks on an entry, whatever its number. */
    public void choose(int id) throws DBusException {
        menu().Event(id, "clicked", new Variant<>(0), new UInt32(0));
    }

    private static void collect(String above, Object[] node, List<Shown> shown) {
        Map<?, ?> words = (Map<?, ?>) node[1];
        String path = above + value(words, "label", "---");
        boolean enabled = value(words, "enabled", true);
        shown.add(new Shown((Integer) node[0], path, enabled, value(words, "toggle-state", 0) == 1));
        for (Object child : (List<?>) node[2]) {
            collect(path + "/", (Object[]) ((Variant<?>) child).getValue(), shown);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T value(Map<?, ?> words, String key, T otherwise) {
        return words.get(key) instanceof Variant<?> variant ? (T) variant.getValue() : otherwise;
    }

    private Menu menu() throws DBusException {
        String path = properties().get("Menu").getValue().toString();
        return connection.getRemoteObject(owner(), path, Menu.class);
    }

    private String owner() {
        String item = items.get(0);
        return item.substring(0, item.indexOf('/'));
    }

    private String path() {
        String item = items.get(0);
        return item.substring(item.indexOf('/'));
    }

    /** How many icons have registered. */
    public int count() {
        return items.size();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.disconnect();
        }
        super.close();
    }
}
