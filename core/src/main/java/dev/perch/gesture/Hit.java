package dev.perch.gesture;

/**
 * What lies under the pointer.
 *
 * @param pet which one of the window's pets; {@link #NOBODY}: no ink
 * @param waits whether a click on it must wait for a second one, since that would mean something else
 */
public record Hit(int pet, boolean waits) {
    /** No pet's ink. */
    public static final Hit NOBODY = new Hit(-1, false);

    /** Whether there is ink. */
    public boolean solid() {
        return pet >= 0;
    }
}
