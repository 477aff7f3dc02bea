package dev.perch.lwjgl3.tray;

import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import dev.perch.model.PanelText.Line;
import dev.perch.runtime.PanelDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The context menu as a tree for the tray: read on the render thread each time that somebody looks, so that nothing is done
 * while nobody does. For one thread, not the render thread.
 */
public final class TrayMenu {
    /** The tree itself. */
    static final int ROOT = 0;

    private static final String PAGE = "page:";
    private static final int PATIENCE_SECONDS = 2;

    /** A thing in the menu. Numbers stay with what they stand for. */
    record Entry(int id, String label, Look look, List<Entry> children) {}

    /** How an entry is drawn. */
    enum Look {
        PLAIN,
        CHECKED,
        DISABLED,
        SEPARATOR
    }

    private record Key(String page, String item) {}

    private final Supplier<PanelDesk> desk;
    private final Consumer<Runnable> renderThread;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Map<Integer, Key> keys = new HashMap<>();
    private Entry last = new Entry(ROOT, "", Look.PLAIN, List.of());

    /**
     * The menu of a companion.
     *
     * @param desk asked on the render thread
     * @param renderThread has something done in the next step, from any thread
     */
    public TrayMenu(Supplier<PanelDesk> desk, Consumer<Runnable> renderThread) {
        this.desk = desk;
        this.renderThread = renderThread;
    }

    /** The menu as it is now; as it was when the render thread does not answer in time. Waits. */
    Entry read() throws InterruptedException {
        CompletableFuture<Map<String, PanelText>> answer = new CompletableFuture<>();
        renderThread.accept(() -> answer.complete(pages()));
        try {
            Map<String, PanelText> pages = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            last = new Entry(ROOT, "", Look.PLAIN, entries("", pages));
        } catch (TimeoutException | ExecutionException busy) {
            // The window is starting, or closing: what was known last is shown.
        }
        return last;
    }

    private Map<String, PanelText> pages() {
        Map<String, PanelText> pages = new HashMap<>();
        PanelText front = desk.get().page("");
        pages.put("", front);
        for (Item item : front.items()) {
            if (item.enabled() && leads("", item)) {
                pages.put(under(item), desk.get().page(under(item)));
            }
        }
        return pages;
    }

    /**
     * Whether an item opens a page in the tray: those of the front do; deeper ones, which may lead in a ring, open beside the
     * pet.
     */
    private static boolean leads(String page, Item item) {
        return page.isEmpty() && item.key().startsWith(PAGE);
    }

    private static String under(Item item) {
        return item.key().substring(PAGE.length());
    }

    private List<Entry> entries(String page, Map<String, PanelText> pages) {
        PanelText text = pages.get(page);
        List<Entry> entries = new ArrayList<>();
        if (text == null) {
            return entries;
        }
        for (Line line : text.lines()) {
            entries.add(new Entry(number(page, "line " + entries.size()), line.text(), Look.DISABLED, List.of()));
        }
        for (Item item : text.items()) {
            boolean back = item.key().equals(PAGE);
            if (!back && (item.parted() || (entries.size() == text.lines().size() && !entries.isEmpty()))) {
                entries.add(new Entry(number(page, "above " + item.key()), "", Look.SEPARATOR, List.of()));
            }
            if (!back) {
                entries.add(entry(page, item, pages));
            }
        }
        return entries;
    }

    private Entry entry(String page, Item item, Map<String, PanelText> pages) {
        boolean leads = leads(page, item);
        Look look = !item.enabled() ? Look.DISABLED : item.checked() ? Look.CHECKED : Look.PLAIN;
        String label = leads ? item.label().replace(" ›", "") : item.label();
        List<Entry> under = leads ? entries(under(item), pages) : List.of();
        return new Entry(number(page, item.key()), label, look, under);
    }

    private int number(String page, String item) {
        return numbers.computeIfAbsent(new Key(page, item), key -> {
            keys.put(numbers.size() + 1, key);
            return numbers.size() + 1;
        });
    }

    /** An entry was clicked; one that is unknown is none. */
    void choose(int id) {
        Key key = keys.get(id);
        if (key != null) {
            renderThread.accept(() -> desk.get().chooseFromAfar(key.page(), key.item()));
        }
    }

    /** Opens the menu beside the pet. */
    void open() {
        renderThread.accept(() -> desk.get().openMenu());
    }
}
