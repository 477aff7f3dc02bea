package dev.perch.runtime;

import dev.perch.ecs.Wishes;

/** What the companion's own commands do to its window. Called on the render thread, within a step. */
public interface WindowCommands {
    /** Before there is a window. */
    WindowCommands NONE = new WindowCommands() {};

    /** Takes the pet off the screen; it stays at work. Nothing happens when it is off. */
    default void tuck() {}

    /** Brings it back to where it was. Nothing happens when it is on the screen. */
    default void wake() {}

    /** Has it leave the screen, or come back. */
    default void tuckOrWake() {
        if (isTucked()) {
            wake();
        } else {
            tuck();
        }
    }

    /** Brings it to the corner of the primary monitor, and back if it was tucked away. */
    default void rescue() {}

    /** Brings it where the user can see it. */
    default void forward() {}

    /** Follows what the user wishes from now on of its size and of what it does. */
    default void follow(Wishes wishes) {}

    /** Makes the pet so wide, in logical pixels. */
    default void setPetWidth(int petWidth) {}

    /** Has it show the pet that is chosen now, in place of the one on show. */
    default void changePet() {}

    /** Shows all pets, for the user to choose one; put away if they are shown. */
    default void pickPet() {}

    /** Opens the menu. */
    default void menu() {}

    /** Closes the window in an orderly way. */
    default void quit() {}

    /** Whether it is tucked away. Any thread. */
    default boolean isTucked() {
        return false;
    }
}
