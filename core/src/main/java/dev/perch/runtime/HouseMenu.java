package dev.perch.runtime;

import dev.perch.model.InputToken;
import dev.perch.model.PanelText;
import java.util.List;

/** The context menu. Render thread only; returns at once. */
public interface HouseMenu {
    /** A menu that says that there is nothing. */
    HouseMenu NONE = new HouseMenu() {
        @Override
        public PanelText page(String key) {
            return new PanelText("", List.of(), List.of(PanelText.Item.of("none", "Close")), 0);
        }

        @Override
        public void choose(String key, InputToken token, long nowNanos) {}
    };

    /** A page of it; the empty key is the first. An item whose key is {@code page:x} leads to page x. */
    PanelText page(String key);

    /**
     * The user chose an item.
     *
     * @param token of the click or key
     */
    void choose(String key, InputToken token, long nowNanos);
}
