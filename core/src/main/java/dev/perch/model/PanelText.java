package dev.perch.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card with buttons says: a menu or a question.
 *
 * @param title in strong letters; empty: none
 * @param lines under it
 * @param items what can be chosen, top to bottom
 * @param first the item that has the keyboard at first
 */
public record PanelText(String title, List<Line> lines, List<Item> items, int first) {
    /** Takes copies. */
    public PanelText {
        lines = List.copyOf(lines);
        items = List.copyOf(items);
    }

    /** How a line is set. */
    public enum Tone {
        /** Perch's own words. */
        BODY,
        /** What will be carried out: whole, in strong letters. */
        TARGET,
        /** What the user is to be careful about. */
        WARNING,
        /** Small and quiet. */
        NOTE
    }

    /** A line of text, broken where it must be and never cut. */
    public record Line(String text, Tone tone) {}

    /**
     * A thing to choose.
     *
     * @param key what the chooser knows it by
     * @param label its words
     * @param checked whether it has a mark
     * @param enabled whether it can be chosen
     * @param parted whether a line parts it from those above
     * @param sign drawn before its words; null: none
     * @param note more words under its label, small; empty: none
     */
    public record Item(
            String key,
            String label,
            boolean checked,
            boolean enabled,
            boolean parted,
            @Nullable StatusSign sign,
            String note) {
        /** An item of one line with no sign. */
        public Item(String key, String label, boolean checked, boolean enabled, boolean parted) {
            this(key, label, checked, enabled, parted, null, "");
        }

        /** A card: as many lines as its words need. */
        public static Item card(String key, StatusSign sign, String label, String note) {
            return new Item(key, label, false, true, false, sign, note);
        }

        /** An item that can be chosen, with no mark. */
        public static Item of(String key, String label) {
            return new Item(key, label, false, true, false);
        }
    }
}
