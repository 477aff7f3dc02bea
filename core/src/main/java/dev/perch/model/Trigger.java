package dev.perch.model;

import java.util.Optional;
import java.util.stream.Stream;

/** What the user does that a pet may declare an answer to. */
public enum Trigger {
    CLICK("click"),
    DOUBLE_CLICK("doubleClick"),
    CONTEXT_MENU("contextMenu"),
    HOVER("hover"),
    DRAG("drag"),
    THROW("throw"),
    DROP("drop"),
    KEY("key"),
    /** The pet comes back to the screen. A reaction alone may name it. */
    WAKE("wake");

    private final String word;

    Trigger(String word) {
        this.word = word;
    }

    /** As a manifest writes it. */
    public String word() {
        return word;
    }

    /** Whether the user does it by the way: then it may do nothing that needs a permission. */
    public boolean isPassing() {
        return this == HOVER || this == DRAG || this == THROW;
    }

    /** The trigger of that word. */
    public static Optional<Trigger> of(String word) {
        return Stream.of(values()).filter(trigger -> trigger.word.equals(word)).findFirst();
    }
}
