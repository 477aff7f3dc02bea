package dev.perch.runtime;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the user can choose in the menu that is not the pet's own affair. Render thread; returns at once. */
public interface MenuChoices {
    /** Nothing can be chosen. */
    MenuChoices NONE = new MenuChoices() {};

    /** Names of the pets that there are. */
    default List<String> pets() {
        return List.of();
    }

    /** The one on show. */
    default String pet() {
        return "";
    }

    /** Another pet is to be on show. */
    default void usePet(String name) {}

    /** The next pet is to be on show, or with -1 the previous one. */
    default void turnPet(int by) {}

    /** Pets are to be so wide from now on, in logical pixels. */
    default void useWidth(int width) {}

    /** {@code system}, {@code on} or {@code off}. */
    default String motion() {
        return "";
    }

    /** Another choice of motion. */
    default void useMotion(String word) {}

    /** Whether Perch starts when the user logs in; empty: this system has no way for it. */
    default Optional<Boolean> autostart() {
        return Optional.empty();
    }

    /** Has it start then, or no longer. */
    default void toggleAutostart() {}

    /** How many programs are connected that may write to agents; empty: none may. */
    default OptionalInt writers() {
        return OptionalInt.empty();
    }

    /** None may any more, until the user lets them again. */
    default void shutWritersOut() {}
}
