package dev.perch.runtime;

import dev.perch.model.PanelText;
import dev.perch.model.PanelText.Item;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask the user something, first those that are asked first; at most one of them has its question open. Render thread
 * only.
 */
final class QuestionList {
    /** The items of the menu that open one. */
    static final String KEY = "questions:";

    private final List<QuestionPanel> panels = new ArrayList<>();
    private @Nullable QuestionPanel asking;
    private @Nullable QuestionPanel left;

    /** One more asks, before all others or after them. */
    void add(QuestionPanel panel, boolean first) {
        panels.add(first ? 0 : panels.size(), panel);
    }

    /** Whether anybody waits for an answer. Allocates nothing. */
    boolean waits() {
        for (int i = 0; i < panels.size(); i++) {
            if (panels.get(i).waiting() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Opens the oldest question of the first that has one. @return whether there is any */
    boolean openOldest() {
        for (QuestionPanel panel : panels) {
            if (panel.waiting() > 0) {
                panel.open();
                return true;
            }
        }
        return false;
    }

    /** Opens that of a menu's item. */
    void open(String key) {
        panels.get(Integer.parseInt(key.substring(KEY.length()))).open();
    }

    /** None is open any more. */
    void close() {
        panels.forEach(QuestionPanel::close);
    }

    /** The open one gives way to something that is asked first, and {@link #comeBack comes back}. */
    void leave(QuestionPanel panel) {
        left = panel;
    }

    /** Opens what has left, if anything has. */
    void comeBack() {
        if (left != null) {
            left.open();
            left = null;
        }
    }

    /** What the open one says; null: none is open. The same object until it is something else. */
    @Nullable
    PanelText text() {
        for (int i = 0; i < panels.size(); i++) {
            PanelText open = panels.get(i).text();
            if (open != null) {
                asking = panels.get(i);
                return open;
            }
        }
        asking = null;
        return null;
    }

    /** The one whose {@link #text} was last told. */
    @Nullable
    QuestionPanel asking() {
        return asking;
    }

    /** The front page of a menu, led by what is asked. */
    PanelText before(PanelText front) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            QuestionPanel panel = panels.get(i);
            if (panel.waiting() > 0) {
                items.add(Item.of(KEY + i, panel.label() + " (" + panel.waiting() + ") ›"));
            }
        }
        items.addAll(front.items());
        return new PanelText(front.title(), front.lines(), items, front.first());
    }

    /** Panels have a screen of that height, in logical pixels. */
    void fitInto(int height) {
        for (int i = 0; i < panels.size(); i++) {
            panels.get(i).fitInto(height);
        }
    }
}
